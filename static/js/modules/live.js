/* Keeps a list of posts or topics current. Attributes of the element:
   data-live-group "topic:12" · data-live-after last seq of the page · data-live-kind posts|topics · data-live-events catch-up address
   data-live-read where the read mark goes · data-live-at-end "false" while an earlier page is shown.
   Inside: [data-live-list], [data-live-empty], [data-live-typing], [data-live-presence], form[data-live-composer].
   New items wait behind a button unless the reader is at the end; nothing jumps while reading. */
import { announce, csrf } from "../announce.js";
import { onState, watch } from "../socket.js";
import { attachComposer } from "./composer.js";

const NEAR_END = 160; // pixels
const TYPING_FADES = 6000;
const READ_EVERY = 4000;
const NAMED = 3; // people; the others are counted

export function attach(root) {
  const part = root.dataset.liveKind === "topics" ? new Topics(root) : new Posts(root);
  const link = watch(root.dataset.liveGroup, Number(root.dataset.liveAfter) || 0, {
    eventsUrl: root.dataset.liveEvents,
    onEvent: (event) => part.take(event),
    onTyping: (handle) => part.typing?.(handle),
    onPresence: (handles, count) => part.presence?.(handles, count),
    onDenied: () => part.closed(),
    onReset: () => part.stale(),
  });
  const composer = root.querySelector("form[data-live-composer]");
  if (composer) attachComposer(composer, { typing: link.typing, sent: () => { part.follow = true; return link.catchUp(); } });
  connectionLine(root);
}

function connectionLine(root) {
  const line = document.createElement("p");
  line.className = "connection no-print";
  line.hidden = true;
  root.append(line);
  let since = 0;
  onState((state) => {
    clearTimeout(since);
    line.dataset.state = state;
    line.textContent = { live: "Live", waiting: "Reconnecting. New replies are fetched meanwhile.", off: "No longer live. Reload the page." }[state];
    if (state === "live") line.hidden = true;
    else since = setTimeout(() => { line.hidden = false; }, 4000); // a short break is not worth a word
  });
}

class Part {
  constructor(root) {
    this.root = root;
    this.list = root.querySelector("[data-live-list]");
    this.empty = root.querySelector("[data-live-empty]");
    this.waiting = [];
    this.follow = false;
    this.button = null;
  }

  element(html) {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return template.content.firstElementChild;
  }

  find(id) { return document.getElementById(`${this.prefix}-${id}`); }

  hold(element) {
    this.waiting = this.waiting.filter((other) => other.id !== element.id);
    this.waiting.push(element);
    this.showButton();
  }

  showButton() {
    if (!this.button) {
      this.button = document.createElement("div");
      this.button.className = "new-replies";
      this.button.innerHTML = '<button type="button" class="btn btn--primary"></button>';
      this.button.firstChild.addEventListener("click", () => this.release());
      this.placeButton(this.button);
    }
    this.button.firstChild.textContent = this.words(this.waiting.length);
    announce(this.words(this.waiting.length));
  }

  release() {
    const [first] = this.waiting;
    for (const element of this.waiting) this.insert(element);
    this.waiting = [];
    this.button?.remove();
    this.button = null;
    first?.scrollIntoView({ block: "center" });
    first?.querySelector("a, button")?.focus({ preventScroll: true });
  }

  added(element) {
    if (this.empty) this.empty.hidden = true;
    element.dispatchEvent(new CustomEvent("consilium:added", { bubbles: true }));
  }

  closed() {
    const note = document.createElement("p");
    note.className = "notice notice--warn";
    note.textContent = "This is no longer open to you. Reload the page to see why.";
    this.root.append(note);
  }

  stale() {
    const note = document.createElement("p");
    note.className = "notice";
    note.innerHTML = 'Much happened since you opened this page. <a href="">Reload it</a>';
    this.root.prepend(note);
  }
}

class Posts extends Part {
  constructor(root) {
    super(root);
    this.prefix = "post";
    this.me = document.documentElement.dataset.user;
    this.atEnd = root.dataset.liveAtEnd !== "false";
    this.typers = new Map();
    this.readSeq = 0;
    window.addEventListener("scroll", () => { if (this.waiting.length && this.readerAtEnd()) this.release(); }, { passive: true });
  }

  words(count) { return `${count} new ${count === 1 ? "reply" : "replies"}`; }
  placeButton(button) { this.list.after(button); }

  take(event) {
    const id = event.ids.post;
    if (event.kind === "post.created" || event.kind === "post.restored") this.come(event, id);
    else if (event.kind === "post.edited") this.change(event, id);
    else if (["post.hidden", "post.removed", "post.purged"].includes(event.kind)) this.leave(id, event.kind);
    else if (event.kind.startsWith("topic.")) this.topicChanged(event);
    this.markRead(event.seq);
  }

  come(event, id) {
    if (!event.html) return;
    if (this.find(id)) return this.change(event, id);
    if (!this.atEnd && event.kind === "post.created") return;
    const element = this.own(this.element(event.html));
    const mine = element.dataset.author === this.me;
    this.stopTyping(element.querySelector(".person__handle")?.textContent);
    if (mine || this.follow || this.readerAtEnd()) {
      this.insert(element);
      element.classList.add("post--new");
      if (mine && this.follow) element.scrollIntoView({ block: "nearest" });
      if (!mine) announce(`New reply by ${element.querySelector(".person__handle")?.textContent ?? "a colleague"}`);
      this.follow = false;
    } else this.hold(element);
  }

  insert(element) {
    const number = Number(element.dataset.number);
    const after = [...this.list.children].find((other) => Number(other.dataset.number) > number);
    this.list.insertBefore(element, after ?? null);
    this.added(element);
  }

  change(event, id) {
    const old = this.find(id) ?? this.waiting.find((element) => element.id === `post-${id}`);
    if (!old || !event.html) return;
    const next = this.own(this.element(event.html));
    if (Number(next.dataset.version) < Number(old.dataset.version)) return;
    if (this.waiting.includes(old)) this.waiting[this.waiting.indexOf(old)] = next;
    else { old.replaceWith(next); this.added(next); }
  }

  leave(id, kind) {
    this.waiting = this.waiting.filter((element) => element.id !== `post-${id}`);
    const old = this.find(id);
    if (!old) return;
    const mine = old.dataset.author === this.me;
    const words = kind === "post.hidden" ? "This reply is hidden while a moderator looks at it." : "This reply was removed by a moderator.";
    if (mine && kind === "post.hidden") return; // its author still sees it; the notice says why
    const note = document.createElement("p");
    note.textContent = words;
    old.className = kind === "post.hidden" ? "post post--hidden" : "post post--removed";
    old.replaceChildren(note);
    announce(words);
  }

  topicChanged(event) {
    if (["topic.hidden", "topic.removed", "topic.purged"].includes(event.kind)) this.closed();
  }

  own(element) {
    const mine = element.dataset.author === this.me;
    element.classList.toggle("post--own", mine);
    element.querySelectorAll("[data-own]").forEach((part) => { part.hidden = !mine; });
    element.querySelectorAll("[data-not-own]").forEach((part) => { part.hidden = mine; });
    return element;
  }

  readerAtEnd() {
    const box = this.list.getBoundingClientRect();
    return this.atEnd && !document.hidden && box.bottom <= window.innerHeight + NEAR_END;
  }

  markRead(seq) {
    if (!seq || !this.root.dataset.liveRead || !this.readerAtEnd()) return;
    this.readSeq = Math.max(this.readSeq, seq);
    this.reading ??= setTimeout(() => {
      this.reading = undefined;
      const body = new URLSearchParams({ seq: String(this.readSeq) });
      fetch(this.root.dataset.liveRead, { method: "POST", body, headers: { "X-CSRFToken": csrf() }, credentials: "same-origin" }).catch(() => {});
    }, READ_EVERY);
  }

  /* In one line and in no hurry: nobody who listens is told of those who come and go. */
  presence(handles, count) {
    const line = this.root.querySelector("[data-live-presence]");
    if (!line) return;
    const others = handles.filter((handle) => handle !== document.documentElement.dataset.handle);
    const named = others.slice(0, NAMED);
    const more = (handles.length ? others.length : count - 1) - named.length;
    const words = [...named, ...(more > 0 ? [`${more} ${named.length ? "more" : "colleagues"}`] : [])];
    const listed = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words[0];
    line.textContent = listed ? `Also here: ${listed}` : "";
  }

  typing(handle) {
    const line = this.root.querySelector("[data-live-typing]");
    if (!line) return;
    clearTimeout(this.typers.get(handle));
    this.typers.set(handle, setTimeout(() => { this.typers.delete(handle); this.showTypers(line); }, TYPING_FADES));
    this.showTypers(line);
  }

  stopTyping(handle) {
    const line = this.root.querySelector("[data-live-typing]");
    if (!line || !this.typers.has(handle)) return;
    clearTimeout(this.typers.get(handle));
    this.typers.delete(handle);
    this.showTypers(line);
  }

  showTypers(line) {
    const names = [...this.typers.keys()];
    line.textContent = names.length === 0 ? "" : names.length < 3 ? `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} writing` : `${names.length} colleagues are writing`;
  }
}

class Topics extends Part {
  constructor(root) {
    super(root);
    this.prefix = "topic";
    this.label = new URLSearchParams(location.search).get("label") ?? "";
    this.paged = new URLSearchParams(location.search).has("before");
  }

  words(count) { return `${count} ${count === 1 ? "topic" : "topics"} with news`; }
  placeButton(button) { this.list.before(button); }

  take(event) {
    const id = event.ids.topic;
    if (event.kind.endsWith("hidden") || event.kind.endsWith("removed") || !event.html) {
      if (!event.kind.startsWith("post.")) this.find(id)?.remove();
      return;
    }
    const element = this.element(event.html);
    if (this.label && element.dataset.label !== this.label) return void this.find(id)?.remove();
    element.querySelector(".list-row")?.classList.add("list-row--unread");
    if (window.scrollY < 120 && !this.list.contains(document.activeElement)) this.insert(element);
    else this.hold(element);
  }

  insert(element) {
    if (this.paged && !this.find(element.id.replace("topic-", ""))) return;
    document.getElementById(element.id)?.remove();
    this.list.prepend(element);
    this.added(element);
  }
}
