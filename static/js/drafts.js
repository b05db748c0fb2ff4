/* Drafts kept in this browser: names, age, and forgetting. */
export const PREFIX = "consilium:draft:";
const LONGEST = 24 * 60 * 60 * 1000;

export function draftKey(name) {
  return `${PREFIX}${document.documentElement.dataset.user}:${name}`;
}

function all() {
  const keys = [];
  try { for (let n = 0; n < localStorage.length; n += 1) if (localStorage.key(n)?.startsWith(PREFIX)) keys.push(localStorage.key(n)); } catch { /* storage refused */ }
  return keys;
}

/* Drafts older than a day, and drafts of other people who used this browser. */
export function forgetOld() {
  const mine = `${PREFIX}${document.documentElement.dataset.user}:`;
  const signedIn = Boolean(document.documentElement.dataset.user);
  for (const key of all()) {
    let at = 0;
    try { at = JSON.parse(localStorage.getItem(key))?.at ?? 0; } catch { /* unreadable: forget */ }
    if (Date.now() - at > LONGEST || (signedIn && !key.startsWith(mine))) localStorage.removeItem(key);
  }
}

export function forgetAll() {
  for (const key of all()) localStorage.removeItem(key);
}

export function forget(name) {
  try { localStorage.removeItem(draftKey(name)); } catch { /* storage refused */ }
}
