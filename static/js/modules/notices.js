/* Keeps the number on the bell current. data-user-group "user:7". */
import { watch } from "../socket.js";

export function attach(link) {
  watch(link.dataset.userGroup, 0, {
    onEvent: (event) => {
      const unread = event.ids.unread ?? 0;
      let badge = link.querySelector(".icon-link__count");
      if (!unread) return void badge?.remove();
      if (!badge) {
        badge = document.createElement("span");
        badge.className = "icon-link__count";
        link.append(badge);
      }
      badge.innerHTML = `${unread > 99 ? "99+" : Number(unread)}<span class="visually-hidden"> unread</span>`;
    },
  });
}
