/* The search field as a combobox (ARIA 1.2, list autocomplete): options come while typing, one request at a time, each
   cancelled by the next. Arrows move, Enter opens the option or searches, Escape closes, then clears. "/" comes here from anywhere. */
const PAUSE = 120;

export function attach(root) {
  const input = root.querySelector("input");
  const box = document.createElement("div");
  box.className = "combobox__list";
  box.id = `${input.id}-options`;
  box.hidden = true;
  root.append(box);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", box.id]]) input.setAttribute(name, value);

  let timer = 0;
  let request = null;
  let current = -1;
  const options = () => [...box.querySelectorAll("[role=option]")];

  const close = () => {
    request?.abort();
    clearTimeout(timer);
    box.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const url = `${root.dataset.suggestUrl}?${new URLSearchParams({ q: input.value })}`;
    try {
      const response = await fetch(url, { credentials: "same-origin", signal: request.signal });
      if (!response.ok || document.activeElement !== input) return;
      box.innerHTML = await response.text();
    } catch { return; /* cancelled, or offline: the field works without */ }
    options().forEach((option, at) => { option.id = `${input.id}-option-${at}`; });
    current = -1;
    const some = options().length > 0;
    box.hidden = !some;
    input.setAttribute("aria-expanded", String(some));
    input.removeAttribute("aria-activedescendant");
  };

  const move = (step) => {
    const all = options();
    if (!all.length) return;
    all[current]?.setAttribute("aria-selected", "false");
    current = current + step < -1 ? all.length - 1 : current + step >= all.length ? -1 : current + step;
    const chosen = all[current];
    if (!chosen) return void input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  };

  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
  input.addEventListener("input", soon);
  input.addEventListener("click", () => { if (box.hidden) soon(); });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) ask();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && current >= 0 && !box.hidden) {
      event.preventDefault();
      location.assign(options()[current].dataset.url);
    } else if (event.key === "Escape" && !box.hidden) {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    location.assign(option.dataset.url);
  });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = [...document.querySelectorAll(".combobox input")].find((input) => input.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
