/* A form that is sent with a passkey. data-passkey: "create" or "get" · #passkey-options: what allauth asks for, as JSON ·
   inside: input[name=credential], [data-passkey-problem], a button that waits for this script. */
const PROBLEMS = {
  NotAllowedError: "No passkey was used. You can try again, or enter a code instead.",
  InvalidStateError: "This device has a passkey of yours already.",
  SecurityError: "Passkeys do not work at this address. Enter a code instead.",
};

export function attach(form) {
  const asked = JSON.parse(document.getElementById("passkey-options").textContent);
  const credential = form.elements.credential;
  const problem = form.querySelector("[data-passkey-problem]");
  form.querySelector("button").disabled = false;
  let used = false; // the field holds "null" until then
  form.addEventListener("submit", async (event) => {
    if (used) return;
    event.preventDefault();
    problem.hidden = true;
    try {
      credential.value = JSON.stringify(await use(form.dataset.passkey, asked));
      used = true;
      form.requestSubmit();
    } catch (error) {
      problem.textContent = PROBLEMS[error.name] ?? "This browser could not use a passkey. Enter a code instead.";
      problem.hidden = false;
    }
  });
}

async function use(how, asked) {
  if (how === "create") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.creation_options.publicKey);
    return (await navigator.credentials.create({ publicKey })).toJSON();
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.request_options.publicKey);
  return (await navigator.credentials.get({ publicKey })).toJSON();
}
