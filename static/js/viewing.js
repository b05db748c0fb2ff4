/* Looks at one picture or a stack of frames: wheel, drag, sliders and keys move through frames and set the window.
   Brightness stands for level and contrast for width; both are CSS filters over the prepared preview, not raw values. */
import { announce } from "./announce.js";

const PIXELS_A_FRAME = 12;
const KEYS = "Keys: up and down move through frames, left and right set contrast, [ and ] set brightness, + and − zoom, 0 resets.";

export class Viewer {
  constructor(root, frames, alt) {
    Object.assign(this, { root, frames, alt, at: 0, zoom: 1 });
    this.build();
    this.listen();
    this.show(0);
  }

  build() {
    this.stage = make("div", "viewer__stage");
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "group");
    this.stage.setAttribute("aria-label", `${this.alt}. ${KEYS}`);
    this.image = make("img");
    this.image.alt = this.alt;
    this.image.draggable = false;
    this.stage.append(this.image);
    const top = make("div", "viewer__bar");
    top.append(make("span", "viewer__caption", this.alt));
    if (this.root.matches("dialog")) top.append(this.button("Close", () => this.root.close()));
    const bottom = make("div", "viewer__bar");
    this.output = make("output", "", "");
    if (this.frames.length > 1) {
      this.slider = this.range("Frame", 0, this.frames.length - 1, 0, () => this.show(Number(this.slider.value)));
      bottom.append(this.slider.parentElement, this.output);
    }
    this.brightness = this.range("Brightness", 20, 220, 100, () => this.filter());
    this.contrast = this.range("Contrast", 20, 300, 100, () => this.filter());
    bottom.append(this.brightness.parentElement, this.contrast.parentElement);
    bottom.append(this.button("Zoom in", () => this.scale(1.25)), this.button("Zoom out", () => this.scale(0.8)), this.button("Reset", () => this.reset()));
    this.root.replaceChildren(top, this.stage, bottom);
  }

  listen() {
    this.stage.addEventListener("wheel", (event) => {
      event.preventDefault();
      if (event.ctrlKey || this.frames.length === 1) this.scale(event.deltaY < 0 ? 1.1 : 0.91);
      else this.show(this.at + Math.sign(event.deltaY));
    }, { passive: false });
    let from = null;
    this.stage.addEventListener("pointerdown", (event) => { from = { x: event.clientX, y: event.clientY, at: this.at, left: this.stage.scrollLeft, top: this.stage.scrollTop }; this.stage.setPointerCapture(event.pointerId); });
    this.stage.addEventListener("pointermove", (event) => {
      if (!from) return;
      if (this.zoom > 1) { this.stage.scrollLeft = from.left - (event.clientX - from.x); this.stage.scrollTop = from.top - (event.clientY - from.y); }
      else if (this.frames.length > 1) this.show(from.at + Math.round((event.clientY - from.y) / PIXELS_A_FRAME));
    });
    for (const kind of ["pointerup", "pointercancel"]) this.stage.addEventListener(kind, () => { from = null; });
    this.stage.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const acts = {
      ArrowUp: () => this.show(this.at - 1), ArrowDown: () => this.show(this.at + 1), Home: () => this.show(0), End: () => this.show(this.frames.length - 1),
      ArrowLeft: () => this.step(this.contrast, -10), ArrowRight: () => this.step(this.contrast, 10),
      "[": () => this.step(this.brightness, -10), "]": () => this.step(this.brightness, 10),
      "+": () => this.scale(1.25), "=": () => this.scale(1.25), "-": () => this.scale(0.8), 0: () => this.reset(),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  show(index) {
    this.at = Math.max(0, Math.min(this.frames.length - 1, index));
    if (this.image.src !== new URL(this.frames[this.at], location.href).href) this.image.src = this.frames[this.at];
    if (this.slider) {
      this.slider.value = String(this.at);
      this.output.textContent = `${this.at + 1} of ${this.frames.length}`;
      const next = this.frames[this.at + 1];
      if (next) new Image().src = next;
    }
  }

  step(range, by) { range.value = String(Number(range.value) + by); this.filter(); }
  filter() { this.image.style.filter = `brightness(${this.brightness.value}%) contrast(${this.contrast.value}%)`; }

  scale(by) {
    this.zoom = Math.max(1, Math.min(6, this.zoom * by));
    this.stage.style.overflow = this.zoom > 1 ? "auto" : "hidden";
    this.image.style.width = `${this.zoom * 100}%`;
    this.image.style.maxHeight = this.zoom > 1 ? "none" : "";
    this.image.style.height = this.zoom > 1 ? "auto" : "";
  }

  reset() {
    this.brightness.value = this.contrast.value = "100";
    this.scale(0);
    this.filter();
    announce("Window and zoom reset.");
  }

  button(words, act) {
    const button = make("button", "btn btn--small", words);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  range(words, min, max, value, act) {
    const label = make("label", "", words);
    const input = make("input");
    Object.assign(input, { type: "range", min, max, value });
    input.addEventListener("input", act);
    label.append(input);
    return input;
  }
}

function make(tag, css = "", words = "") {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (words) element.textContent = words;
  return element;
}
