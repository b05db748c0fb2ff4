/* Runs before the first paint: marks that scripts run, and applies the reader's own choice of light or dark. */
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("consilium:theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch { /* storage refused: the system's choice holds */ }
})();
