/* Says a sentence in the page's polite live region, and shows toasts. */
let last = 0;

export function announce(words) {
  const region = document.getElementById("live-region");
  if (!region) return;
  clearTimeout(last);
  region.textContent = "";
  last = setTimeout(() => { region.textContent = words; }, 60);
}

/* A toast with an optional way back. Resolves "undo" when taken, "done" after `seconds`. */
export function toast(words, { undo = "", seconds = 6 } = {}) {
  const box = document.createElement("div");
  box.className = "toast";
  const text = document.createElement("span");
  text.textContent = words;
  box.append(text);
  announce(undo ? `${words} ${undo} is possible for ${seconds} seconds.` : words);
  return new Promise((resolve) => {
    let timer = 0;
    const end = (how) => { clearTimeout(timer); box.remove(); resolve(how); };
    if (undo) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn--small";
      button.textContent = undo;
      button.addEventListener("click", () => end("undo"));
      box.append(button);
    }
    document.getElementById("toasts")?.append(box);
    timer = setTimeout(() => end("done"), seconds * 1000);
    window.addEventListener("pagehide", () => end("done"), { once: true });
  });
}

export function csrf() {
  return document.body.dataset.csrf || document.querySelector("input[name=csrfmiddlewaretoken]")?.value || "";
}
