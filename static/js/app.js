/* Attaches modules to elements by data-module="name other". A module exports `attach(element)`; a page works without any. */
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
