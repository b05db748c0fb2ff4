/* Looks at one picture, the pages of a document, or a stack of frames. Wheel, slider and keys move through frames; on DICOM
   frames dragging sets the window on the stored values; pictures get brightness and contrast instead.
   `data` is the answer of /files/<key>/viewing/: { alt, frames: [address], study: null or as cases/frames.py says }. */
import { announce } from "./announce.js";
import { GreyCanvas } from "./windowing.js";

const DRAGS_A_RANGE = 400; // pixels of dragging that go through the whole range of values
const HELP = "Up and down arrows: frames. Left and right: contrast. [ and ]: brightness. 1 to 9: presets. + and −: zoom. I: invert. 0: reset.";

export class Viewer {
  constructor(root, data) {
    Object.assign(this, { root, ...data, at: 0, zoom: 1, x: 0, y: 0, drag: null });
    this.grey = this.study?.grey ? new GreyCanvas(this.study, this.frames) : null;
    this.build();
    this.listen();
    this.reset(false);
    this.show(0);
  }

  build() {
    this.stage = make("div", "viewer__stage");
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-roledescription", "picture viewer");
    this.stage.setAttribute("aria-label", `${this.alt}. ${HELP}`);
    this.content = this.grey?.element ?? Object.assign(make("img"), { alt: this.alt, draggable: false });
    this.content.className = "viewer__content";
    this.stage.append(this.content, (this.corner = make("output", "viewer__corner")));
    const top = make("div", "viewer__bar");
    top.append(make("span", "viewer__caption", this.alt));
    if (this.root.matches("dialog")) top.append(this.button("Close", () => this.root.close()));
    this.root.replaceChildren(top, this.stage, this.controls());
  }

  controls() {
    const bar = make("div", "viewer__bar viewer__bar--controls");
    if (this.frames.length > 1) {
      this.slider = this.range("Frame", 0, this.frames.length - 1, 0, () => this.show(Number(this.slider.value)));
      this.slider.parentElement.classList.add("viewer__frames");
      bar.append(this.slider.parentElement);
      if (this.study?.frame_ms) bar.append((this.player = this.button("Play", () => this.play())));
    }
    if (this.grey) bar.append(this.presets());
    else {
      this.brightness = this.range("Brightness", 20, 220, 100, () => this.filter());
      this.contrast = this.range("Contrast", 20, 300, 100, () => this.filter());
      bar.append(this.brightness.parentElement, this.contrast.parentElement);
    }
    if (this.grey) bar.append(this.button("Invert", () => this.invert()));
    bar.append(this.button("Zoom in", () => this.scale(1.25)), this.button("Zoom out", () => this.scale(0.8)), this.button("Reset", () => this.reset()));
    return bar;
  }

  presets() {
    const label = make("label", "", "Window");
    this.preset = make("select");
    this.study.presets.forEach(([name], n) => this.preset.append(new Option(`${n + 1}  ${name}`, n)));
    this.preset.append(new Option("Own", "own", false, false));
    this.preset.lastElementChild.hidden = true;
    this.preset.addEventListener("change", () => this.usePreset(Number(this.preset.value)));
    label.append(this.preset);
    return label;
  }

  listen() {
    this.stage.addEventListener("wheel", (event) => {
      event.preventDefault();
      if (event.ctrlKey || this.frames.length === 1) this.scale(event.deltaY < 0 ? 1.1 : 0.91);
      else this.show(this.at + Math.sign(event.deltaY));
    }, { passive: false });
    this.stage.addEventListener("pointerdown", (event) => {
      this.stage.setPointerCapture(event.pointerId);
      this.drag = { px: event.clientX, py: event.clientY, x: this.x, y: this.y, center: this.center, width: this.width, pan: this.zoom > 1 && (!this.grey || event.shiftKey || event.button === 1) };
    });
    this.stage.addEventListener("pointermove", (event) => this.drag && this.dragged(event.clientX - this.drag.px, event.clientY - this.drag.py));
    for (const kind of ["pointerup", "pointercancel"]) this.stage.addEventListener(kind, () => { this.drag = null; });
    this.stage.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("close", () => this.stop());
  }

  dragged(dx, dy) {
    if (this.drag.pan) this.place(this.drag.x + dx, this.drag.y + dy);
    else if (this.grey) {
      const step = Math.max(1, this.study.high - this.study.low) / DRAGS_A_RANGE;
      this.setWindow(this.drag.center + dy * step, this.drag.width + dx * step);
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      ArrowUp: () => this.show(this.at - 1), ArrowDown: () => this.show(this.at + 1), PageUp: () => this.show(this.at - 10), PageDown: () => this.show(this.at + 10),
      Home: () => this.show(0), End: () => this.show(this.frames.length - 1), ArrowLeft: () => this.harder(-1), ArrowRight: () => this.harder(1),
      "[": () => this.brighter(-1), "]": () => this.brighter(1), "+": () => this.scale(1.25), "=": () => this.scale(1.25), "-": () => this.scale(0.8),
      0: () => this.reset(), i: () => this.invert(), " ": () => this.play(),
    };
    const act = acts[event.key] ?? (/^[1-9]$/.test(event.key) ? () => this.usePreset(Number(event.key) - 1) : null);
    if (!act) return;
    event.preventDefault();
    act();
  }

  async show(index) {
    this.at = Math.max(0, Math.min(this.frames.length - 1, index));
    if (this.slider) this.slider.value = String(this.at);
    this.say();
    try {
      if (this.grey) await this.grey.show(this.at);
      else if (this.content.getAttribute("src") !== this.frames[this.at]) this.content.src = this.frames[this.at];
    } catch {
      this.corner.textContent = "This frame could not be fetched. Close, and open it again.";
      return;
    }
    const next = this.frames[this.at + 1];
    if (!next) return;
    if (this.grey) this.grey.values(this.at + 1).catch(() => {}); // a frame ahead is a favour; its failure shows when it is asked for
    else new Image().src = next;
  }

  say() {
    const parts = this.frames.length > 1 ? [`${this.at + 1} of ${this.frames.length}`] : [];
    if (this.grey && this.center !== undefined) parts.push(`W ${Math.round(this.width)}  L ${Math.round(this.center)} ${this.study.unit}`);
    this.corner.textContent = parts.join(" · ");
    this.slider?.setAttribute("aria-valuetext", `Frame ${this.at + 1} of ${this.frames.length}`);
  }

  setWindow(center, width) {
    Object.assign(this, { center, width: Math.max(1, width) });
    this.grey.window(this.center, this.width);
    const known = this.study.presets.findIndex(([, c, w]) => c === this.center && w === this.width);
    this.preset.value = known >= 0 ? String(known) : "own";
    this.say();
  }

  usePreset(n) {
    const preset = this.grey && this.study.presets[n];
    if (!preset) return;
    this.setWindow(preset[1], preset[2]);
    announce(`${preset[0]} window`);
  }

  harder(way) {
    if (this.grey) this.setWindow(this.center, this.width * (way > 0 ? 0.92 : 1.08));
    else step(this.contrast, way * 10, () => this.filter());
  }

  brighter(way) {
    if (this.grey) this.setWindow(this.center - (way * this.width) / 20, this.width);
    else step(this.brightness, way * 10, () => this.filter());
  }

  invert() {
    if (!this.grey) return;
    this.grey.inverted = !this.grey.inverted;
    this.grey.window(this.center, this.width);
  }

  filter() { this.content.style.filter = `brightness(${this.brightness.value}%) contrast(${this.contrast.value}%)`; }

  scale(by) {
    this.zoom = Math.max(1, Math.min(8, this.zoom * by));
    this.place(this.zoom === 1 ? 0 : this.x, this.zoom === 1 ? 0 : this.y);
  }

  place(x, y) {
    const farX = (this.stage.clientWidth * (this.zoom - 1)) / 2;
    const farY = (this.stage.clientHeight * (this.zoom - 1)) / 2;
    this.x = Math.max(-farX, Math.min(farX, x));
    this.y = Math.max(-farY, Math.min(farY, y));
    this.content.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.zoom})`;
  }

  play() {
    if (this.timer || !this.study?.frame_ms) return this.stop();
    this.player.textContent = "Stop";
    this.timer = setInterval(() => this.show((this.at + 1) % this.frames.length), Math.max(40, this.study.frame_ms));
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    if (this.player) this.player.textContent = "Play";
  }

  reset(spoken = true) {
    if (this.grey) {
      this.grey.inverted = false;
      this.setWindow(this.study.center, this.study.width);
    } else {
      this.brightness.value = this.contrast.value = "100";
      this.filter();
    }
    this.zoom = 1;
    this.place(0, 0);
    if (spoken) announce("Window and zoom reset.");
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

function step(range, by, then) {
  range.value = String(Number(range.value) + by);
  then();
}

function make(tag, css = "", words = "") {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (words) element.textContent = words;
  return element;
}
