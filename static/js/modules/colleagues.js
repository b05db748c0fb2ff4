/* While somebody writes "@row", offers the colleagues whose handles begin so; a press writes the rest. On a form:
   data-colleagues-url answers {"handles": [...]}. What stands behind an @ is posted, never part of an address. */
import { csrf } from "../announce.js";

const PAUSE = 250;
const BEGUN = /(?:^|[\s(])@([A-Za-z][A-Za-z0-9-]+)$/;

export function attach(form) {
  const text = form.querySelector("textarea");
  if (!text) return;
  const list = document.createElement("ul");
  list.className = "chips colleagues";
  list.setAttribute("aria-label", "Colleagues");
  text.after(list);
  let timer = 0;
  text.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => offer(form, text, list), PAUSE); });
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("button")?.dataset.handle;
    if (chosen) write(text, list, chosen);
  });
}

async function offer(form, text, list) {
  const begun = begunIn(text);
  if (!begun) return list.replaceChildren();
  try {
    const answer = await fetch(form.dataset.colleaguesUrl, { method: "POST", body: new URLSearchParams({ begun }), headers: { "X-CSRFToken": csrf() }, credentials: "same-origin" });
    if (answer.ok && begun === begunIn(text)) list.replaceChildren(...(await answer.json()).handles.map(chip));
  } catch { /* a courtesy: a handle can be written in full */ }
}

function begunIn(text) {
  return text.value.slice(0, text.selectionEnd).match(BEGUN)?.[1] ?? "";
}

function chip(handle) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "chip", textContent: `@${handle}` });
  button.dataset.handle = handle;
  item.append(button);
  return item;
}

function write(text, list, handle) {
  const end = text.selectionEnd;
  text.setRangeText(`${handle} `, end - begunIn(text).length, end, "end");
  list.replaceChildren();
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
}
