/* Identifier hints under a field while typing, in amber and in words, never blocking. On a field or on a whole form:
   data-hints-url answers {"findings": [{"start", "end", "kind", "reason"}]} and stores nothing. */
import { csrf } from "../announce.js";

const PAUSE = 900;
const MOST_SHOWN = 4;

export function attach(root) {
  const url = root.dataset.hintsUrl;
  if (!url) return;
  for (const control of root.querySelectorAll("textarea, input[type=text]:not([name=must_hide])")) watch(control, url);
}

function watch(control, url) {
  let timer = 0;
  let asked = "";
  let request = null;
  const ask = async () => {
    const text = control.value;
    if (text === asked) return;
    asked = text;
    request?.abort();
    if (text.trim().length < 3) return show(control, text, []);
    request = new AbortController();
    try {
      const body = new URLSearchParams({ text });
      const response = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": csrf() }, credentials: "same-origin", signal: request.signal });
      if (response.ok) show(control, text, (await response.json()).findings ?? []);
    } catch { /* hints are a courtesy: the check page finds everything again */ }
  };
  control.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  control.addEventListener("blur", () => { clearTimeout(timer); if (control.value.trim()) ask(); });
}

function show(control, text, findings) {
  const field = control.closest(".field") ?? control.parentElement;
  let box = field.querySelector(".live-hint");
  if (!findings.length) return void box?.remove();
  if (!box) {
    box = document.createElement("div");
    box.className = "live-hint";
    box.setAttribute("role", "status");
    field.append(box);
  }
  const shown = new Map();
  const characters = [...text]; // offsets count code points, as Python does
  for (const finding of findings) {
    const words = characters.slice(finding.start, finding.end).join("");
    if (words.startsWith("@") && finding.end === characters.length) continue; // still being written
    shown.set(`${finding.kind}:${words}`, `“${shorten(words)}” (${finding.kind})`);
  }
  if (!shown.size) return void box.remove();
  const list = [...shown.values()].slice(0, MOST_SHOWN);
  const more = shown.size > MOST_SHOWN ? ` and ${shown.size - MOST_SHOWN} more` : "";
  const line = document.createElement("p");
  line.textContent = `Will be removed or generalised before anything is stored: ${list.join(", ")}${more}.`;
  box.replaceChildren(line);
}

function shorten(words) {
  const flat = words.replace(/\s+/g, " ").trim();
  return flat.length > 40 ? `${flat.slice(0, 38)}…` : flat;
}
