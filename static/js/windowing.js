/* Stored values of a grey frame on a canvas through a window: the LINEAR function of DICOM PS3.3 C.11.2.1.2.1. */

const MOST_KEPT = 96 * 1024 * 1024; // bytes of frames kept for scrolling back

export class GreyCanvas {
  constructor(study, frames) {
    Object.assign(this, { study, frames, kept: new Map(), bytes: 0, wanted: -1 });
    this.element = document.createElement("canvas");
    this.element.width = study.columns;
    this.element.height = Math.max(1, Math.round(study.rows * study.aspect));
    this.raw = Object.assign(document.createElement("canvas"), { width: study.columns, height: study.rows });
    this.image = this.raw.getContext("2d").createImageData(study.columns, study.rows);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.table = new Uint32Array(65536);
    this.inverted = false;
  }

  /* Shows a frame; the last one asked for wins. Throws when it cannot be fetched. */
  async show(index) {
    this.wanted = index;
    const values = await this.values(index);
    if (this.wanted !== index) return;
    this.shown = values;
    this.paint();
  }

  window(center, width) {
    Object.assign(this, { center, width: Math.max(1, width) });
    const { slope, intercept } = this.study;
    const flip = this.study.inverted !== this.inverted;
    for (let stored = 0; stored < 65536; stored += 1) {
      const value = (this.signed && stored > 32767 ? stored - 65536 : stored) * slope + intercept;
      const grey = Math.max(0, Math.min(255, ((value - (center - 0.5)) / Math.max(this.width - 1, 1) + 0.5) * 255)) | 0;
      const light = flip ? 255 - grey : grey;
      this.table[stored] = 0xff000000 | (light << 16) | (light << 8) | light;
    }
    this.paint();
  }

  paint() {
    if (!this.shown || this.center === undefined) return;
    const { table, pixels, shown } = this;
    for (let n = 0; n < shown.length; n += 1) pixels[n] = table[shown[n]];
    this.raw.getContext("2d").putImageData(this.image, 0, 0);
    this.element.getContext("2d").drawImage(this.raw, 0, 0, this.element.width, this.element.height);
  }

  async values(index) {
    if (this.kept.has(index)) return this.kept.get(index);
    const response = await fetch(`${this.frames[index]}?raw=1`, { credentials: "same-origin" });
    if (!response.ok) throw new Error(String(response.status));
    const signed = response.headers.get("X-Values") === "signed";
    const values = new Uint16Array(await response.arrayBuffer());
    if (signed !== this.signed) {
      this.signed = signed;
      if (this.center !== undefined) this.window(this.center, this.width);
    }
    this.keep(index, values);
    return values;
  }

  keep(index, values) {
    this.kept.set(index, values);
    this.bytes += values.byteLength;
    for (const [oldest, gone] of this.kept) {
      if (this.bytes <= MOST_KEPT || oldest === index) break;
      this.kept.delete(oldest);
      this.bytes -= gone.byteLength;
    }
  }
}
