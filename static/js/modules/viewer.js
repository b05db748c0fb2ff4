/* A viewer in the page itself. data-frames: addresses parted by spaces; data-alt. */
import { Viewer } from "../viewing.js";

export function attach(root) {
  const frames = (root.dataset.frames ?? "").split(/\s+/).filter(Boolean);
  if (frames.length) new Viewer(root, frames, root.dataset.alt ?? "");
}
