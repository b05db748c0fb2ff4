/* Attaches modules to elements by data-module="name other". A module exports `attach(element)`; a page works without any. */
import { forget, forgetAll, forgetOld } from "./drafts.js";
import { refreshTimes } from "./times.js";

const attached = new WeakMap();

async function attachTo(element) {
  const done = attached.get(element) ?? new Set();
  attached.set(element, done);
  const names = element.dataset.module.split(/\s+/).filter((name) => /^[a-z-]+$/.test(name) && !done.has(name));
  names.forEach((name) => done.add(name));
  const found = await Promise.allSettled(names.map((name) => import(`./modules/${name}.js`)));
  found.forEach(({ value, reason }, n) => {
    try {
      if (reason) throw reason;
      value.attach(element);
    } catch (error) {
      console.error(`module ${names[n]}`, error);
    }
  });
}

function attachAll(root) {
  const parts = [...(root.querySelectorAll?.("[data-module]") ?? [])];
  if (root.matches?.("[data-module]")) parts.unshift(root);
  return Promise.all(parts.map(attachTo));
}

/* Tests wait for data-ready: everything the page came with is attached. */
attachAll(document).then(() => { document.documentElement.dataset.ready = ""; });
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
