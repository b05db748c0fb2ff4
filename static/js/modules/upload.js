/* Uploads one file with a progress bar, then puts its tile into data-target and lets htmx watch it.
   Without script the form posts and the page reloads. Several files at once are sent one after the other. */
import { announce } from "../announce.js";

export function attach(form) {
  const input = form.querySelector("input[type=file]");
  const target = document.querySelector(form.dataset.target);
  if (!input || !target || !window.XMLHttpRequest) return;
  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    send(form, target);
  });
  const field = input.closest(".field") ?? form;
  for (const kind of ["dragover", "dragleave", "drop"]) field.addEventListener(kind, (event) => {
    event.preventDefault();
    field.toggleAttribute("data-over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
}

function send(form, target) {
  const bar = progress(form);
  const button = form.querySelector("button:not([type=button])");
  button.disabled = true;
  clearProblems(form);
  const request = new XMLHttpRequest();
  request.open("POST", form.action || location.href);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) { bar.max = event.total; bar.value = event.loaded; } });
  request.addEventListener("loadend", async () => {
    bar.hidden = true;
    button.disabled = false;
    let answer = {};
    try { answer = JSON.parse(request.responseText); } catch { /* not ours: treated as a failure below */ }
    if (request.status === 201 && answer.key) {
      form.reset();
      await addTile(target, answer.key);
      announce("Uploaded. It is being cleaned.");
    } else problems(form, answer.errors ?? { file: ["The upload failed. Check the connection and try again."] });
  });
  request.send(new FormData(form));
}

function progress(form) {
  let bar = form.querySelector("progress");
  if (!bar) {
    bar = document.createElement("progress");
    form.append(bar);
  }
  bar.setAttribute("aria-label", "Upload");
  bar.hidden = false;
  bar.removeAttribute("value");
  return bar;
}

async function addTile(target, key) {
  const response = await fetch(`/files/${key}/state/`, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
  if (!response.ok) return location.reload();
  const template = document.createElement("template");
  template.innerHTML = (await response.text()).trim();
  const tile = template.content.firstElementChild;
  target.querySelector(".empty")?.remove();
  target.append(tile);
  window.htmx?.process(tile);
  tile.dispatchEvent(new CustomEvent("consilium:added", { bubbles: true }));
}

function clearProblems(form) {
  form.querySelectorAll("[data-upload-problem]").forEach((line) => line.remove());
  form.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
}

function problems(form, errors) {
  let first = null;
  for (const [name, lines] of Object.entries(errors)) {
    const control = form.elements[name] ?? form.querySelector("input[type=file]");
    const line = document.createElement("p");
    line.className = "field__error";
    line.dataset.uploadProblem = "";
    line.setAttribute("role", "alert");
    line.textContent = lines.map((problem) => problem.message ?? problem).join(" ");
    control.before(line);
    control.setAttribute("aria-invalid", "true");
    first ??= control;
  }
  first?.focus();
}
