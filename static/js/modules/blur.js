/* A clinical picture stays blurred until asked for, and can be blurred again. */
import { announce } from "../announce.js";

export function attach(tile) {
  const cover = tile.querySelector("[data-reveal]");
  const hide = tile.querySelector("[data-conceal]");
  if (!cover) return;
  cover.addEventListener("click", () => {
    tile.classList.remove("tile--blurred");
    announce("Picture shown.");
    (tile.querySelector(".tile__open") ?? tile.querySelector("img")).focus?.();
  });
  hide?.addEventListener("click", () => {
    tile.classList.add("tile--blurred");
    announce("Picture blurred.");
    cover.focus();
  });
}
