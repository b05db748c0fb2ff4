/* A <details> menu that closes with Escape, with a click elsewhere, and when the focus leaves it. */
export function attach(menu) {
  const summary = menu.querySelector("summary");
  const close = () => { menu.open = false; };
  document.addEventListener("click", (event) => { if (menu.open && !menu.contains(event.target)) close(); });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    summary.focus();
  });
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(); });
}
