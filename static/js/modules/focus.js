/* Takes the focus when the page appears: error summaries. */
export function attach(element) {
  element.focus({ preventScroll: false });
}
