/* Sections of a case: folded on phones, open on wide screens and on paper; a link into one opens it. */
export function attach(root) {
  const parts = [...root.querySelectorAll("details.case-section")];
  const wide = matchMedia("(min-width: 860px)");
  const set = () => parts.forEach((part) => { part.open = wide.matches || part.dataset.open === "always"; });
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && target.closest("details.case-section");
    if (part) { part.open = true; target.scrollIntoView(); }
  };
  set();
  reveal();
  wide.addEventListener("change", set);
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => parts.forEach((part) => { part.open = true; }));
}
