/* Marks the section in view in the index beside a case. */
export function attach(index) {
  const links = new Map([...index.querySelectorAll("a[href^='#']")].map((link) => [document.getElementById(link.hash.slice(1)), link]));
  links.delete(null);
  const seen = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
    const first = [...links.keys()].find((part) => seen.has(part));
    for (const [part, link] of links) {
      if (part === first) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-72px 0px -55% 0px" });
  for (const part of links.keys()) watcher.observe(part);
}
