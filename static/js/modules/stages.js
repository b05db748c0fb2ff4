/* Reads a case as it unfolded: one section after the other, outcome and answers last. A way of reading, chosen by the reader;
   nothing is fetched or withheld. data-of: id of the case's article. */
import { announce } from "../announce.js";

export function attach(button) {
  const article = document.getElementById(button.dataset.of);
  if (!article) return;
  const words = button.querySelector("span");
  const more = document.createElement("button");
  Object.assign(more, { type: "button", className: "btn btn--primary stages__more" });
  let parts = [];
  let at = 0;

  button.addEventListener("click", () => (parts.length ? end() : start()));
  more.addEventListener("click", next);

  function start() {
    const sections = [...article.querySelectorAll(".case-section")];
    parts = [...sections.slice(1), ...document.querySelectorAll("[data-stage=outcome], [data-stage=answers]")];
    if (sections[0]) sections[0].open = true;
    parts.forEach((part) => { part.hidden = true; });
    at = 0;
    words.textContent = "Show everything";
    article.append(more);
    name();
    article.querySelector("h1").scrollIntoView({ block: "start" });
    announce("Reading in stages. Outcome and answers come last.");
  }

  function next() {
    const part = parts[at];
    part.hidden = false;
    if (part.matches("details")) part.open = true;
    at += 1;
    const heading = part.querySelector("h2");
    heading.tabIndex = -1;
    part.scrollIntoView({ block: "center" });
    heading.focus({ preventScroll: true });
    if (at === parts.length) end();
    else name();
  }

  function end() {
    parts.forEach((part) => { part.hidden = false; });
    parts = [];
    more.remove();
    words.textContent = "Read in stages";
  }

  function name() {
    const heading = parts[at].querySelector(".outcome__label, h2").textContent.trim();
    more.textContent = `Show ${heading.toLowerCase()}`;
  }
}
