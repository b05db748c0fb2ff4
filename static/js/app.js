/* Attaches modules to elements by data-module="name other". A module exports `attach(element)`; a page works without any. */
import { forget, forgetAll, forgetOld } from "./drafts.js";
import { refreshTimes } from "./times.js";

const attached = new WeakMap();

async function attachTo(element) {
  const done = attached.get(element) ?? new Set();
  attached.set(element, done);
  for (const name of element.dataset.module.split(/\s+/)) {
    if (!/^[a-z-]+$/.test(name) || done.has(name)) continue;
    done.add(name);
    try {
      const module = await import(`./modules/${name}.js`);
      module.attach(element);
    } catch (error) {
      console.error(`module ${name}`, error);
    }
  }
}

function attachAll(root) {
  if (root.matches?.("[data-module]")) attachTo(root);
  root.querySelectorAll?.("[data-module]").forEach(attachTo);
}

attachAll(document);
document.addEventListener("htmx:load", (event) => attachAll(event.detail.elt));
document.addEventListener("consilium:added", (event) => attachAll(event.target));
document.addEventListener("htmx:configRequest", (event) => { event.detail.headers["X-CSRFToken"] = document.body.dataset.csrf ?? ""; });

/* Drafts never outlive a sign-out or a day. */
forgetOld();
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-clears-drafts]")) {
    document.dispatchEvent(new CustomEvent("consilium:forgotten")); // first, so that no open form saves itself again
    forgetAll();
  }
  if (event.target.dataset.clearAutosave && (event.submitter?.value || "save") === "save") forget(event.target.dataset.clearAutosave);
});

/* A dialog opener anywhere: <button data-opens="id">. */
document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal?.();
});

document.addEventListener("click", (event) => { if (event.target.closest?.("[data-print]")) window.print(); });

refreshTimes();
setInterval(refreshTimes, 60_000);
