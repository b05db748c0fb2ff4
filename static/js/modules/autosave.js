/* Keeps what is typed in this browser only: cleared once it was sent, at sign-out, and after 24 hours.
   data-autosave-key names the draft; it is kept apart for each person. Nothing of it is sent anywhere. */
import { announce } from "../announce.js";
import { draftKey, forgetOld } from "../drafts.js";

const PAUSE = 600;

export function attach(form) {
  if (!document.documentElement.dataset.user) return;
  forgetOld();
  const key = draftKey(form.dataset.autosaveKey);
  const line = note(form);
  const early = fields(form).filter(isTyped); // words typed before this module came
  restore(form, key, line, early);
  let timer = 0;
  let sent = false;
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (save(form, key)) line.textContent = "Kept in this browser"; }, PAUSE);
  };
  form.addEventListener("input", typed);
  if (early.length) typed();
  window.addEventListener("pagehide", () => { if (timer && !sent) save(form, key); }); // a reload within the pause
  document.addEventListener("consilium:forgotten", () => { clearTimeout(timer); sent = true; });
  form.addEventListener("consilium:sent", () => { clearTimeout(timer); localStorage.removeItem(key); });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    sent = true;
    if (event.submitter?.value === "check") save(form, key); // the check page stores nothing yet
    else localStorage.removeItem(key);
  });
}

function fields(form) {
  return [...form.elements].filter((field) => field.name && !["hidden", "file", "password", "submit", "button"].includes(field.type) && field.name !== "csrfmiddlewaretoken");
}

function isTyped(field) {
  return typeof field.defaultValue === "string" && !["checkbox", "radio"].includes(field.type) && field.value !== field.defaultValue;
}

function save(form, key) {
  const values = {};
  for (const field of fields(form)) {
    if (field.type === "checkbox" || field.type === "radio") { if (field.checked) (values[field.name] ??= []).push(field.value); }
    else values[field.name] = field.value;
  }
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
    return true;
  } catch { return false; /* storage refused or full: the page still works */ }
}

function restore(form, key, line, early) {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(key)); } catch { /* unreadable: as if none */ }
  if (!kept || form.querySelector("[aria-invalid=true]") || form.dataset.autosave === "fresh") return;
  let changed = false;
  for (const field of fields(form)) {
    if (early.includes(field)) continue;
    const value = kept.values[field.name];
    if (field.type === "checkbox" || field.type === "radio") {
      const wanted = Array.isArray(value) && value.includes(field.value);
      changed ||= field.checked !== wanted;
      field.checked = wanted;
    } else if (typeof value === "string" && value !== field.value) { field.value = value; changed = true; }
  }
  if (!changed) return;
  line.replaceChildren("What you typed before is back. ", discard(form, key));
  announce("What you typed before is back.");
}

function discard(form, key) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link-button";
  button.textContent = "Discard it";
  button.addEventListener("click", () => { localStorage.removeItem(key); form.dataset.autosave = "fresh"; location.reload(); });
  return button;
}

function note(form) {
  const line = document.createElement("p");
  line.className = "saved-note";
  line.setAttribute("role", "status");
  const actions = form.querySelector(".actions, .stepper__actions");
  (actions ?? form.lastElementChild).before(line);
  return line;
}
