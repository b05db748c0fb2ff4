/* One fieldset at a time over one long form that works without script. Fieldsets carry data-step="Heading"; data-later="Check,Send" names steps that follow on other pages.
   Moving never blocks: the server checks everything at the end and the first step with an error opens. */
import { announce } from "../announce.js";

export function attach(form) {
  const steps = [...form.querySelectorAll("fieldset[data-step]")];
  if (steps.length < 2) return;
  const last = steps.length - 1;
  const actions = form.querySelector(":scope > .actions");
  const later = (form.dataset.later ?? "").split(",").filter(Boolean); // steps on pages of their own
  const { nav, buttons, now } = navigation(steps, later, go);
  form.querySelector("fieldset[data-step]").before(nav);
  const moves = movers();
  (actions ?? steps[last]).before(moves.row);
  let current = 0;

  moves.back.addEventListener("click", () => go(current - 1));
  moves.next.addEventListener("click", () => go(current + 1));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input:not([type=checkbox], [type=radio], [type=file])") && current < last) {
      event.preventDefault();
      go(current + 1);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const index = steps.findIndex((step) => target && step.contains(target));
    if (index < 0) return;
    event.preventDefault();
    show(index);
    target.focus();
  });
  window.addEventListener("popstate", () => show(fromHash(steps)));

  function go(index) {
    if (index < 0 || index > last) return;
    history.pushState(null, "", `#${steps[index].id}`);
    show(index);
    const heading = steps[index].querySelector("h2, legend");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    nav.scrollIntoView({ block: "start" });
    announce(`Step ${index + 1} of ${steps.length + later.length}: ${steps[index].dataset.step}`);
  }

  function show(index) {
    current = index;
    steps.forEach((step, n) => { step.hidden = n !== index; });
    buttons.forEach((button, n) => {
      const item = button.parentElement;
      item.dataset.state = n < index ? "done" : n === index ? "now" : "todo";
      if (n === index) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      const wrong = steps[n].querySelector("[aria-invalid=true]");
      button.textContent = wrong ? `${steps[n].dataset.step} (to correct)` : steps[n].dataset.step;
    });
    now.textContent = `Step ${index + 1} of ${steps.length + later.length}`;
    moves.back.hidden = index === 0;
    moves.next.hidden = index === last;
    if (index < last) moves.next.textContent = `Continue to ${steps[index + 1].dataset.step.toLowerCase()}`;
    if (actions) {
      actions.hidden = index !== last;
      moves.row.hidden = index === last;
      (index === last ? actions : moves.row).append(moves.back);
    }
  }

  const wrong = steps.findIndex((step) => step.querySelector("[aria-invalid=true]"));
  show(wrong >= 0 ? wrong : fromHash(steps));
}

function fromHash(steps) {
  return Math.max(0, steps.findIndex((step) => `#${step.id}` === location.hash));
}

function navigation(steps, later, go) {
  const nav = document.createElement("nav");
  nav.className = "stepper";
  nav.setAttribute("aria-label", "Steps");
  const list = document.createElement("ol");
  const buttons = steps.map((step, n) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = step.dataset.step;
    button.addEventListener("click", () => go(n));
    item.append(button);
    list.append(item);
    return button;
  });
  for (const words of later) {
    const item = document.createElement("li");
    item.dataset.state = "todo";
    item.append(Object.assign(document.createElement("span"), { textContent: words }));
    list.append(item);
  }
  const now = document.createElement("p");
  now.className = "stepper__now";
  nav.append(list, now);
  return { nav, buttons, now };
}

function movers() {
  const row = document.createElement("div");
  row.className = "actions stepper__actions";
  const back = document.createElement("button");
  back.type = "button";
  back.className = "btn";
  back.textContent = "Back";
  const next = document.createElement("button");
  next.type = "button";
  next.className = "btn btn--primary";
  row.append(next, back);
  return { row, back, next };
}
