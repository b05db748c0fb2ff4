/* Sends a reply without leaving the page; what the server says (removed identifiers, refusals) is shown in place.
   Without script, or when anything is unclear, the form is posted as usual. Ctrl or Cmd + Enter sends. */
import { announce } from "../announce.js";

const TYPING_EVERY = 3000;

export function attachComposer(form, { typing, sent }) {
  const text = form.querySelector("textarea");
  if (!text) return;
  let told = 0;
  text.addEventListener("input", () => {
    grow(text);
    if (Date.now() - told > TYPING_EVERY && text.value.trim()) { told = Date.now(); typing(); }
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
  });
  form.addEventListener("submit", async (event) => {
    if (!text.value.trim()) return;
    event.preventDefault();
    const button = form.querySelector("button[type=submit], button:not([type])");
    button?.setAttribute("aria-busy", "true");
    if (button) button.disabled = true;
    try {
      await post(form, text, sent);
    } catch {
      show(form, '<div class="notice notice--danger" role="alert"><div class="notice__body"><p>Not sent: the connection failed. Your words are still here. Try again.</p></div></div>');
    } finally {
      button?.removeAttribute("aria-busy");
      if (button) button.disabled = false;
    }
  });
}

async function post(form, text, sent) {
  const words = text.value;
  const response = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (response.status === 422) {
    const problem = page.querySelector(".error-summary");
    return show(form, problem ? problem.outerHTML : "", true);
  }
  if (!response.ok || response.url.includes("/accounts/")) throw new Error(String(response.status));
  if (text.value === words) { // what was typed meanwhile stays, and stays kept
    text.value = "";
    grow(text);
    form.dispatchEvent(new CustomEvent("consilium:sent", { bubbles: true }));
  }
  show(form, page.querySelector(".messages")?.innerHTML ?? "");
  announce("Your reply was sent.");
  await sent();
}

function show(form, html, focus = false) {
  let box = form.querySelector("[data-composer-notes]");
  if (!box) {
    box = document.createElement("div");
    box.dataset.composerNotes = "";
    form.prepend(box);
  }
  box.innerHTML = html;
  if (focus) box.querySelector("[tabindex]")?.focus();
}

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, window.innerHeight * 0.5)}px`;
}
