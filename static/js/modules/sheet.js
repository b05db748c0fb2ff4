/* Filters: a folded sheet on phones, open in the rail on wide screens. */
export function attach(details) {
  const wide = matchMedia("(min-width: 860px)");
  const set = () => { details.open = wide.matches; };
  set();
  wide.addEventListener("change", set);
}
