/* One socket per tab, shared by every live part of the page. The database is the log and the socket only a hint:
   a gap in `seq` is fetched over HTTP, a dead socket comes back with growing, jittered pauses. */
const SIGNED_OUT = 4001, NOT_A_MEMBER = 4003;
const LONGEST_PAUSE = 30_000;
const POLL_EVERY = 20_000;

const groups = new Map(); // name -> Group
const watchers = new Set(); // told about the connection: "live" | "waiting" | "off"
let socket = null;
let attempts = 0;
let stopped = false;
let state = "waiting";
let timer = 0;

class Group {
  constructor(name, after, { eventsUrl, onEvent, onTyping, onPresence, onDenied, onReset }) {
    Object.assign(this, { name, after, eventsUrl, onEvent, onTyping, onPresence, onDenied, onReset });
    this.held = [];
    this.fetching = false;
  }

  /* Events of the log come in order and once; hints (seq 0) pass straight through. */
  take(event) {
    if (!event.seq) return this.onEvent(event);
    if (event.seq <= this.after) return;
    if (event.seq === this.after + 1) {
      this.apply(event);
      this.release();
    } else {
      this.held.push(event);
      this.catchUp();
    }
  }

  apply(event) {
    this.after = event.seq;
    this.onEvent(event);
  }

  release() {
    this.held.sort((a, b) => a.seq - b.seq);
    while (this.held.length && this.held[0].seq <= this.after + 1) {
      const event = this.held.shift();
      if (event.seq > this.after) this.apply(event);
    }
  }

  async catchUp() {
    if (this.fetching) return;
    if (!this.eventsUrl) return subscribe(this);
    this.fetching = true;
    try {
      let head = Infinity;
      while (this.after < head) {
        const response = await fetch(`${this.eventsUrl}?after=${this.after}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
        if (!response.ok) break;
        const answer = await response.json();
        for (const event of answer.events) if (event.seq > this.after) this.apply(event);
        if (!answer.events.length) break;
        head = answer.head;
      }
    } catch { /* offline: the next heartbeat or reconnect tries again */ } finally {
      this.fetching = false;
    }
    this.release();
  }
}

export function watch(name, after, handlers) {
  const group = new Group(name, after, handlers);
  groups.set(name, group);
  if (socket?.readyState === WebSocket.OPEN) subscribe(group);
  else connect();
  return { typing: () => send({ type: "typing", group: name }), catchUp: () => group.catchUp() };
}

export function onState(tell) {
  watchers.add(tell);
  tell(state);
}

function setState(next) {
  state = next;
  for (const tell of watchers) tell(next);
}

function send(message) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function subscribe(group) {
  send({ type: "subscribe", group: group.name, after: group.after });
}

function connect() {
  if (stopped || (socket && socket.readyState <= WebSocket.OPEN)) return;
  clearTimeout(timer);
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  try {
    socket = new WebSocket(`${scheme}//${location.host}/ws/`);
  } catch {
    return retry();
  }
  socket.addEventListener("open", () => {
    attempts = 0;
    setState("live");
    groups.forEach(subscribe);
  });
  socket.addEventListener("message", (message) => receive(JSON.parse(message.data)));
  socket.addEventListener("close", (event) => {
    if (event.code === SIGNED_OUT || event.code === NOT_A_MEMBER) {
      stopped = true;
      setState("off");
      groups.forEach((group) => group.onDenied?.(event.code));
    } else {
      setState("waiting");
      retry();
    }
  });
}

function retry() {
  attempts += 1;
  const pause = Math.min(LONGEST_PAUSE, 800 * 2 ** Math.min(attempts, 6)) * (0.5 + Math.random());
  clearTimeout(timer);
  timer = setTimeout(connect, pause);
}

function receive(message) {
  if (message.type === "heartbeat") {
    for (const [name, head] of Object.entries(message.heads ?? {})) {
      const group = groups.get(name);
      if (group && head > group.after) group.catchUp();
    }
    return;
  }
  const group = groups.get(message.group);
  if (!group) return;
  if (message.type === "event") group.take(message);
  else if (message.type === "typing") group.onTyping?.(message.handle);
  else if (message.type === "presence") group.onPresence?.(message.handles, message.count);
  else if (message.type === "reset") (group.eventsUrl ? group.catchUp() : group.onReset?.());
  else if (message.type === "denied") { groups.delete(message.group); group.onDenied?.(0); }
}

document.addEventListener("visibilitychange", () => { if (!document.hidden) { attempts = 0; connect(); } });
window.addEventListener("online", () => { attempts = 0; connect(); });
window.addEventListener("pageshow", (event) => { if (event.persisted) groups.forEach((group) => group.catchUp()); });
setInterval(() => { if (state !== "live" && !stopped && !document.hidden) groups.forEach((group) => group.eventsUrl && group.catchUp()); }, POLL_EVERY);
