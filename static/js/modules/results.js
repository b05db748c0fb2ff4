/* Results by keyboard: arrow down and up (or j and k) go from title to title, as in the field's list. */
export function attach(list) {
  const titles = () => [...list.querySelectorAll(".list-row__title a")];
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, summary, dialog")) return;
    const all = titles();
    const at = all.indexOf(document.activeElement);
    if (at < 0 && event.key.startsWith("Arrow") && document.activeElement !== document.body) return;
    const next = all[at < 0 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest("li").scrollIntoView({ block: "nearest" });
  });
}
