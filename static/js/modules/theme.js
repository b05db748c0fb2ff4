/* Light, dark or the system's choice, remembered in this browser. */
const KEY = "consilium:theme";

export function attach(root) {
  const buttons = [...root.querySelectorAll("[data-theme-choice]")];
  const show = () => {
    const now = document.documentElement.dataset.theme ?? "";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.themeChoice === now));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const choice = button.dataset.themeChoice;
      if (choice) document.documentElement.dataset.theme = choice;
      else delete document.documentElement.dataset.theme;
      try {
        if (choice) localStorage.setItem(KEY, choice);
        else localStorage.removeItem(KEY);
      } catch { /* storage refused: holds for this page */ }
      show();
    });
  }
  show();
}
