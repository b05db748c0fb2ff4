/* Keyboard for a queue. j and k move along [data-queue-row]; Enter opens; any element with data-key="c" is
   pressed by that key; ? opens #key-help; Escape leaves a text field. Never while typing, never with Ctrl, Alt or Meta. */
export function attach(root) {
  const rows = () => [...root.querySelectorAll("[data-queue-row]")].filter((row) => row.offsetParent);
  const linkOf = (row) => (row.matches("a, button") ? row : row.querySelector("a, button"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      return document.getElementById("key-help")?.showModal?.();
    }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target && (event.key === "j" || event.key === "k")) return move(event, event.key === "j" ? 1 : -1);
    if (target && !target.disabled) {
      event.preventDefault();
      if (target.matches("textarea, input:not([type=submit]), select")) target.focus();
      else target.click();
    }
  });

  function move(event, by) {
    const list = rows();
    if (!list.length) return;
    event.preventDefault();
    const here = list.findIndex((row) => row.contains(document.activeElement));
    const current = here >= 0 ? here : list.findIndex((row) => row.matches("[aria-current=true]") || row.querySelector("[aria-current=true]"));
    const next = list[Math.max(0, Math.min(list.length - 1, current + by))];
    linkOf(next)?.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}
