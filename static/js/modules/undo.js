/* Ten seconds to take back a destructive act. On a form: data-undo-words, data-undo-hides (selector of what disappears).
   Without script the form is sent at once and asks on its own page. */
import { toast } from "../announce.js";

const SECONDS = 10;

export function attach(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const target = form.dataset.undoHides ? form.closest(form.dataset.undoHides) : null;
    const body = new FormData(form, event.submitter);
    if (target) target.hidden = true;
    const how = await toast(form.dataset.undoWords || "Done.", { undo: "Undo", seconds: SECONDS });
    if (how === "undo") {
      if (target) target.hidden = false;
      event.submitter?.focus();
      return;
    }
    const response = await fetch(form.action, { method: "POST", body, credentials: "same-origin", keepalive: true }).catch(() => null);
    if (response?.ok) target?.remove();
    else {
      if (target) target.hidden = false;
      toast("That did not work. Reload the page and try again.");
    }
  });
}
