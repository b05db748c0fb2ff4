/* Several files at once: each gets a line with its own description, progress, and its own cancel and retry. One is sent after
   the other; what is accepted becomes a tile in data-target that htmx watches. The file's name stays in this browser.
   Without script the form posts one file and the page reloads. */
import { announce } from "../announce.js";

const SHORTEST = 5; // characters of a description, as the server asks
const SIZE_WORDS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

export function attach(form) {
  if (form.querySelector("input[type=file]") && document.querySelector(form.dataset.target)) new Uploads(form);
}

class Uploads {
  constructor(form) {
    Object.assign(this, { form, lines: [], number: 0, sending: null });
    this.input = form.querySelector("input[type=file]");
    this.list = form.querySelector("[data-uploads]");
    this.target = document.querySelector(form.dataset.target);
    this.sender = form.querySelector("[data-send]");
    const alone = form.querySelector("[data-alone]");
    alone.hidden = true;
    alone.querySelectorAll("input, textarea").forEach((control) => { control.disabled = true; });
    this.input.multiple = true;
    this.input.addEventListener("change", () => { this.add([...this.input.files]); this.input.value = ""; });
    this.drops(form.querySelector("[data-drop]"));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.sendAll(); });
    window.addEventListener("beforeunload", (event) => { if (this.lines.length) event.preventDefault(); });
    document.addEventListener("htmx:load", (event) => tell(event.detail.elt));
    this.refresh();
    if (this.input.files.length) this.input.dispatchEvent(new Event("change")); // chosen before this module came
  }

  drops(place) {
    for (const kind of ["dragover", "dragleave", "drop"]) place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.toggleAttribute("data-over", kind === "dragover");
      if (kind === "drop") this.add([...event.dataTransfer.files]);
    });
  }

  add(files) {
    const added = files.map((file) => new Line(this, file, (this.number += 1)));
    this.lines.push(...added);
    this.list.append(...added.map((line) => line.element));
    this.refresh();
    added[0]?.alt.focus();
  }

  drop(line) {
    this.lines = this.lines.filter((other) => other !== line);
    line.element.remove();
    this.refresh();
  }

  refresh() {
    this.list.hidden = this.lines.length === 0;
    this.sender.hidden = this.lines.length === 0;
    this.sender.disabled = Boolean(this.sending);
    const count = this.lines.length;
    this.sender.lastChild.textContent = count > 1 ? `Upload and clean ${count} files` : "Upload and clean";
  }

  async sendAll() {
    const unready = this.lines.filter((line) => !line.check());
    if (unready.length) return unready[0].alt.focus();
    for (const line of [...this.lines]) {
      if (!this.lines.includes(line)) continue;
      this.sending = line;
      this.refresh();
      const answer = await line.send();
      this.sending = null;
      if (answer?.key) { this.drop(line); await this.tile(answer); }
      this.refresh();
    }
  }

  async tile(answer) {
    const response = await fetch(answer.tile, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (!response.ok) return location.reload();
    const template = document.createElement("template");
    template.innerHTML = (await response.text()).trim();
    const tile = template.content.firstElementChild;
    this.target.querySelector(".empty")?.remove();
    this.target.append(tile);
    window.htmx?.process(tile);
    tile.dispatchEvent(new CustomEvent("consilium:added", { bubbles: true }));
    announce("Uploaded. It is being cleaned.");
  }
}

class Line {
  constructor(owner, file, number) {
    Object.assign(this, { owner, file });
    this.element = make("li");
    const name = make("span", "uploads__name", file.name);
    const size = make("span", "muted small", `${SIZE_WORDS.format(Math.max(0.1, file.size / 1048576))} MB`);
    const field = make("div", "field uploads__field");
    this.alt = Object.assign(make("input", "input"), { id: `upload-alt-${number}`, maxLength: 300, required: true, autocomplete: "off" });
    this.problem = Object.assign(make("p", "field__error"), { id: `upload-problem-${number}`, hidden: true });
    this.problem.setAttribute("role", "alert");
    const label = Object.assign(make("label", "field__label", "What it shows, for people who cannot see it"), { htmlFor: this.alt.id });
    field.append(label, this.problem, this.alt);
    this.bar = Object.assign(make("progress"), { max: 100, hidden: true });
    this.bar.setAttribute("aria-label", `Uploading ${file.name}`);
    this.said = make("span", "muted small");
    this.again = this.button("Try again", () => owner.sendAll());
    this.again.hidden = true;
    this.stop = this.button("Remove", () => this.cancel());
    this.stop.append(Object.assign(make("span", "visually-hidden"), { textContent: `: ${file.name}` }));
    const acts = make("span", "row");
    acts.append(this.said, this.again, this.stop);
    const progress = make("div", "progress");
    progress.append(this.bar);
    this.element.append(name, size, field, progress, acts);
  }

  /* Whether it can be sent; otherwise says why not at its own field. */
  check() {
    const largest = Number(this.owner.form.dataset.largest);
    if (largest && this.file.size > largest) return this.wrong(`Larger than ${Math.round(largest / 1048576)} MB. Remove it, or upload a smaller version.`);
    if (this.alt.value.trim().length < SHORTEST) return this.wrong("Describe what it shows in a few words.");
    return this.wrong("");
  }

  wrong(words) {
    this.problem.hidden = !words;
    this.problem.textContent = words;
    this.alt.toggleAttribute("aria-invalid", Boolean(words));
    if (words) this.alt.setAttribute("aria-invalid", "true");
    this.alt.setAttribute("aria-describedby", this.problem.id);
    return !words;
  }

  send() {
    const body = new FormData(this.owner.form);
    body.delete("file");
    body.append("file", this.file, "upload"); // the name is an identifier: it is not even sent
    body.set("alt", this.alt.value);
    const request = (this.request = new XMLHttpRequest());
    request.open("POST", location.pathname);
    request.setRequestHeader("Accept", "application/json");
    this.show("Uploading", { bar: true, stop: "Cancel" });
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) { this.bar.max = event.total; this.bar.value = event.loaded; } });
    return new Promise((resolve) => {
      request.addEventListener("loadend", () => { this.request = null; resolve(this.answered(request)); });
      request.send(body);
    });
  }

  answered(request) {
    let answer = null;
    try { answer = JSON.parse(request.responseText); } catch { /* not ours: told as a lost connection below */ }
    if (request.status === 201 && answer) return answer;
    if (request.status === 422 && answer?.errors) {
      this.show("");
      this.wrong(Object.values(answer.errors).flat().map((line) => line.message ?? line).join(" "));
    } else if (request.cancelled) this.show("Cancelled. Nothing was stored.", { again: true });
    else {
      this.show("Not uploaded: the connection was lost. Nothing was stored.", { again: true });
      announce(`${this.file.name} was not uploaded.`);
    }
    return null;
  }

  show(words, { bar = false, again = false, stop = "Remove" } = {}) {
    this.bar.hidden = !bar;
    if (bar) this.bar.removeAttribute("value");
    this.said.textContent = words;
    this.again.hidden = !again;
    this.stop.firstChild.textContent = stop;
  }

  cancel() {
    if (this.request) {
      this.request.cancelled = true;
      this.request.abort();
    } else {
      this.owner.drop(this);
      this.owner.input.focus();
    }
  }

  button(words, act) {
    const button = make("button", "btn btn--quiet btn--small", words);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
}

/* A tile that came to an end says so once. */
function tell(tile) {
  if (tile.dataset?.state && tile.dataset.state !== "checking") announce(tile.dataset.said);
}

function make(tag, css = "", words = "") {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (words) element.textContent = words;
  return element;
}
