/* Keeps relative times honest while a page stays open. The server writes the first words; the exact time stays in the title. */
const MINUTE = 60, HOUR = 3600, DAY = 86400;

export function refreshTimes() {
  const now = Date.now();
  for (const time of document.querySelectorAll("time[data-when]")) set(time, ago((now - Date.parse(time.dateTime)) / 1000));
  for (const time of document.querySelectorAll("time[data-left]")) stays(time, now);
  for (const time of document.querySelectorAll("time[data-due]")) {
    const left = (Date.parse(time.dateTime) - now) / 1000;
    set(time, left >= 0 ? `due in ${length(left)}` : `${length(-left)} late`);
    const clock = time.closest(".clock");
    clock?.classList.toggle("clock--late", left < 0);
    clock?.classList.toggle("clock--soon", left >= 0 && left < 2 * HOUR);
  }
}

/* What is left of a claim. */
function stays(time, now) {
  const seconds = (Date.parse(time.dateTime) - now) / 1000;
  set(time, seconds > 0 ? `${length(seconds)} left` : "ran out");
}

function set(time, words) {
  if (words && time.textContent !== words) time.textContent = words;
}

function ago(seconds) {
  if (Number.isNaN(seconds) || seconds < 0) return "";
  if (seconds < MINUTE) return "just now";
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ago`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ago`;
  const days = Math.floor(seconds / DAY);
  if (days === 1) return "yesterday";
  return days < 14 ? `${days} days ago` : "";
}

function length(seconds) {
  if (seconds < HOUR) return `${Math.max(1, Math.floor(seconds / MINUTE))} min`;
  return seconds < 2 * DAY ? `${Math.floor(seconds / HOUR)} h` : `${Math.floor(seconds / DAY)} days`;
}
