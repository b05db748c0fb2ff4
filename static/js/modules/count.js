/* Says how many characters are left, once it matters. data-limit on the field's wrapper. */
const MATTERS = 0.75;

export function attach(field) {
  const limit = Number(field.dataset.limit);
  const control = field.querySelector("textarea, input");
  const words = field.querySelector("[data-count]");
  if (!limit || !control || !words) return;
  const show = () => {
    const left = limit - [...control.value].length;
    words.hidden = left > limit * (1 - MATTERS);
    words.textContent = left >= 0 ? `${left} characters left` : `${-left} characters too many`;
  };
  control.addEventListener("input", show);
  show();
}
