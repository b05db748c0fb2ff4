/* Opens a tile's picture, pages or frames in the viewer. data-viewing: where fresh links of all frames are to be had.
   A tile whose link grew old while the page stayed open asks once for a new one (data-look). */
import { announce } from "../announce.js";
import { Viewer } from "../viewing.js";

export function attach(tile) {
  const image = tile.querySelector("img");
  if (image && tile.dataset.look) image.addEventListener("error", () => { image.src = tile.dataset.look; }, { once: true });
  const link = tile.querySelector(".tile__open");
  if (!link) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(tile, link);
  });
}

async function open(tile, link) {
  const data = await described(tile, link);
  if (!data) return announce("The picture could not be opened. Reload the page.");
  const dialog = document.createElement("dialog");
  dialog.className = "viewer";
  dialog.setAttribute("aria-label", data.alt || "Picture");
  document.body.append(dialog);
  const viewer = new Viewer(dialog, data);
  dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
  dialog.showModal();
  viewer.stage.focus();
}

async function described(tile, link) {
  if (!tile.dataset.viewing) return { alt: tile.dataset.alt ?? "", frames: [link.href], study: null };
  try {
    const response = await fetch(tile.dataset.viewing, { credentials: "same-origin" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
