/* A clinical picture stays blurred until asked for. */
import { announce } from "../announce.js";

export function attach(tile) {
  const cover = tile.querySelector("[data-reveal]");
  if (!cover) return;
  cover.addEventListener("click", () => {
    tile.classList.remove("tile--blurred");
    announce("Picture shown.");
    (tile.querySelector(".tile__open") ?? tile.querySelector("img")).focus?.();
  });
}
