/* A <dialog> that closes with a click beside it. Escape and <form method="dialog"> are the browser's own. */
export function attach(dialog) {
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
