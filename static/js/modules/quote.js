/* Selected words of a reply can be quoted: a button beside the selection puts them into the composer as a Markdown quote. */
import { announce } from "../announce.js";

const LONGEST = 400; // characters

export function attach(thread) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn--small quote-button", textContent: "Quote", hidden: true });
  thread.parentElement.append(button);
  document.addEventListener("selectionchange", () => place(thread, button));
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => { quote(thread); button.hidden = true; });
}

function chosen(thread) {
  const selection = document.getSelection();
  const words = selection.toString().trim();
  const body = selection.rangeCount && selection.getRangeAt(0).commonAncestorContainer;
  const element = body && (body.nodeType === Node.ELEMENT_NODE ? body : body.parentElement);
  const post = element?.closest(".post");
  if (!words || !post || !thread.contains(post) || !element.closest(".post__body")) return null;
  return { words: words.slice(0, LONGEST), post, range: selection.getRangeAt(0) };
}

function place(thread, button) {
  const found = chosen(thread);
  button.hidden = !found;
  if (!found) return;
  const box = found.range.getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(innerWidth - 96, box.left))}px`;
  button.style.top = `${Math.min(innerHeight - 96, box.bottom + 8)}px`;
}

function quote(thread) {
  const found = chosen(thread);
  const text = document.querySelector("form[data-live-composer] textarea");
  if (!found || !text) return;
  const handle = found.post.querySelector(".person__handle")?.textContent ?? "";
  const lines = found.words.split(/\n+/).map((line) => `> ${line}`).join("\n");
  const before = text.value.trimEnd();
  text.value = `${before}${before ? "\n\n" : ""}${lines}${handle ? `\n> (${handle})` : ""}\n\n`;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  document.getSelection().removeAllRanges();
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
  announce("Quoted in your reply.");
}
