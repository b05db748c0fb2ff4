/* Draws boxes over a picture, or over each frame or page of one, and writes them as JSON into [data-boxes]: pointer or keyboard.
   data-src (the author's original) or data-viewing (the cleaned frames), loaded only when the brush is opened;
   data-width, data-height in pixels of a frame; data-pages: "page" (boxes belong to one) or "frame" (to all by default). */
import { announce } from "../announce.js";

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 6; // image pixels

export function attach(form) {
  const place = form.closest("details");
  const start = () => { if (!form.dataset.started) { form.dataset.started = "yes"; new Brush(form); } };
  if (!place || place.open) start();
  else place.addEventListener("toggle", () => { if (place.open) start(); });
}

class Brush {
  constructor(form) {
    this.form = form;
    this.output = form.querySelector("[data-boxes]");
    this.width = Number(form.dataset.width);
    this.height = Number(form.dataset.height);
    this.boxes = read(this.output.value);
    this.frame = 0;
    this.build();
    this.draw();
    this.load();
  }

  /* One picture is drawn on as it came; frames and pages are drawn on as they were cleaned. */
  async load() {
    const response = await fetch(this.form.dataset.viewing, { credentials: "same-origin" });
    const frames = response.ok ? (await response.json()).frames : [];
    if (frames.length > 1) this.pages(frames);
    this.frames = frames;
    this.image.src = frames.length > 1 ? frames[0] : this.form.dataset.src || frames[0] || "";
  }

  /* A slider through the frames, and whether a new box covers this one or all. */
  pages(frames) {
    const word = this.form.dataset.pages || "frame";
    const label = document.createElement("label");
    const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: frames.length - 1, value: 0 });
    const said = document.createElement("output");
    const every = document.createElement("label");
    this.every = Object.assign(document.createElement("input"), { type: "checkbox", checked: word === "frame" });
    every.className = "choice";
    every.append(this.every, Object.assign(document.createElement("span"), { textContent: `On all ${word}s` }));
    const show = () => {
      this.frame = Number(slider.value);
      said.textContent = `${word} ${this.frame + 1} of ${frames.length}`;
      this.image.src = frames[this.frame];
      this.draw();
    };
    slider.addEventListener("input", show);
    label.append(`${word[0].toUpperCase()}${word.slice(1)} `, slider);
    const row = Object.assign(document.createElement("div"), { className: "row" });
    row.append(label, said, every);
    this.stage.before(row);
    said.textContent = `${word} 1 of ${frames.length}`;
  }

  /* The frame a new box belongs to: none means all. */
  where() {
    return this.frames?.length > 1 && !this.every.checked ? this.frame : null;
  }

  build() {
    this.stage = document.createElement("div");
    this.stage.className = "brush__stage";
    const image = (this.image = new Image());
    image.alt = this.form.dataset.src ? "Your original, only you see it" : "The cleaned picture";
    image.addEventListener("error", () => { this.stage.replaceWith(Object.assign(document.createElement("p"), { className: "muted", textContent: "The picture could not be loaded. Reload the page; if that does not help, remove it and upload a version you have cut yourself." })); });
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.setAttribute("preserveAspectRatio", "none");
    this.stage.append(image, this.svg);
    this.list = Object.assign(document.createElement("ul"), { className: "brush__list" });
    const add = Object.assign(document.createElement("button"), { type: "button", className: "btn btn--small", textContent: "Add a box" });
    add.addEventListener("click", () => this.addBox());
    const wrap = Object.assign(document.createElement("div"), { className: "brush" });
    wrap.append(this.stage, add, this.list);
    this.form.querySelector("button:not([type=button])").before(wrap);
    this.pointer();
  }

  pointer() {
    let from = null;
    const at = (event) => {
      const box = this.svg.getBoundingClientRect();
      const x = Math.max(0, Math.min(this.width, ((event.clientX - box.left) / box.width) * this.width));
      const y = Math.max(0, Math.min(this.height, ((event.clientY - box.top) / box.height) * this.height));
      return { x, y };
    };
    this.svg.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      from = at(event);
      this.svg.setPointerCapture(event.pointerId);
      this.boxes.push({ ...rounded(from.x, from.y, 0, 0), frame: this.where() });
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!from) return;
      const to = at(event);
      this.boxes[this.boxes.length - 1] = { ...rounded(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)), frame: this.where() };
      this.draw(false);
    });
    const end = () => {
      if (!from) return;
      from = null;
      const last = this.boxes.at(-1);
      if (last.w < SMALLEST || last.h < SMALLEST) this.boxes.pop();
      else announce(`Box ${this.boxes.length} drawn.`);
      this.draw();
    };
    this.svg.addEventListener("pointerup", end);
    this.svg.addEventListener("pointercancel", end);
  }

  addBox() {
    const w = Math.round(this.width / 4);
    const h = Math.round(this.height / 8);
    this.boxes.push({ ...rounded((this.width - w) / 2, (this.height - h) / 2, w, h), frame: this.where() });
    this.draw();
    this.svg.lastElementChild.focus();
    announce("Box added in the middle. Arrow keys move it, shift and arrow keys change its size, Delete removes it.");
  }

  draw(withList = true) {
    this.output.value = JSON.stringify(this.boxes);
    const focused = [...this.svg.children].indexOf(document.activeElement);
    const here = this.boxes.flatMap((box, n) => (box.frame == null || box.frame === this.frame ? [this.rect(box, n)] : []));
    this.svg.replaceChildren(...here);
    if (focused >= 0) here[Math.min(focused, here.length - 1)]?.focus();
    this.form.querySelector("button:not([type=button])").disabled = this.boxes.length === 0;
    if (withList) this.list.replaceChildren(...this.boxes.map((box, n) => this.line(box, n)));
  }

  rect(box, n) {
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x: box.x, y: box.y, width: box.w, height: box.h, tabindex: 0, role: "img" })) rect.setAttribute(name, value);
    rect.setAttribute("aria-label", `Box ${n + 1} of ${this.boxes.length}: ${words(box)}. Arrow keys move it, shift and arrow keys change its size, Delete removes it.`);
    rect.addEventListener("keydown", (event) => this.key(event, n));
    return rect;
  }

  key(event, n) {
    const step = Math.max(1, Math.round(this.width / 100));
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); return this.remove(n); }
    if (!by) return;
    event.preventDefault();
    const box = this.boxes[n];
    if (event.shiftKey) {
      box.w = Math.max(SMALLEST, Math.min(this.width - box.x, box.w + by[0]));
      box.h = Math.max(SMALLEST, Math.min(this.height - box.y, box.h + by[1]));
    } else {
      box.x = Math.max(0, Math.min(this.width - box.w, box.x + by[0]));
      box.y = Math.max(0, Math.min(this.height - box.h, box.y + by[1]));
    }
    this.draw();
  }

  remove(n) {
    this.boxes.splice(n, 1);
    announce(`Box ${n + 1} removed.`);
    this.draw();
  }

  line(box, n) {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn--quiet btn--small", textContent: "Remove" });
    button.setAttribute("aria-label", `Remove box ${n + 1}`);
    button.addEventListener("click", () => this.remove(n));
    item.append(`Box ${n + 1}: ${words(box)}${box.frame == null ? "" : `, ${this.form.dataset.pages || "frame"} ${box.frame + 1}`} `, button);
    return item;
  }
}

function read(value) {
  try { return JSON.parse(value || "[]"); } catch { return []; }
}

function rounded(x, y, w, h) {
  return { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) };
}

function words(box) {
  return `${box.w} by ${box.h} pixels at ${box.x}, ${box.y}`;
}
