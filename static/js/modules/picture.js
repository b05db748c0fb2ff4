/* Opens a tile's picture, or its frames, in the viewer. data-frames: addresses parted by spaces. */
import { Viewer } from "../viewing.js";

export function attach(tile) {
  const link = tile.querySelector(".tile__open");
  if (!link) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frames = (tile.dataset.frames || link.href).split(/\s+/).filter(Boolean);
    const dialog = document.createElement("dialog");
    dialog.className = "viewer";
    dialog.setAttribute("aria-label", tile.dataset.alt || "Picture");
    document.body.append(dialog);
    const viewer = new Viewer(dialog, frames, tile.dataset.alt || tile.querySelector("img")?.alt || "");
    dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
    dialog.showModal();
    viewer.stage.focus();
  });
}
