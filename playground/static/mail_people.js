/** Whose mailboxes there are: our people first, then every address outside that has had mail. */

import { avatar } from "./dialogs.js";
import { el } from "./dom.js";

/** @typedef {import("./mail_model.js").Box} Box */

export class People {
  /** @param {HTMLElement} host @param {(address: string) => void} choose */
  constructor(host, choose) {
    [this.host, this.choose] = [host, choose];
    this.drawn = "";
  }

  /** @param {Box[]} boxes @param {string} chosen */
  show(boxes, chosen) {
    const state = JSON.stringify([boxes, chosen]);
    if (state === this.drawn) return;
    this.drawn = state;
    const held = this.host.contains(document.activeElement) ? document.activeElement?.dataset.address : null;
    this.host.replaceChildren(
      ...this.group("Our people", boxes.filter(({ isOurs }) => isOurs), chosen),
      ...this.group("Outside", boxes.filter(({ isOurs }) => !isOurs), chosen),
    );
    if (held) [...this.host.querySelectorAll("button")].find((button) => button.dataset.address === held)?.focus();
  }

  group(title, boxes, chosen) {
    const empty = el("p", { class: "soft small mail-nobody", text: "Nobody has had mail yet." });
    const list = el("ul", { "aria-label": title }, ...boxes.map((box) => el("li", {}, this.draw(box, chosen))));
    return [el("h3", { text: title }), boxes.length ? list : empty];
  }

  draw(box, chosen) {
    const { address, name, unread } = box;
    const words = el(
      "span",
      { class: "mail-person-words" },
      el("span", { class: "mail-person-name", text: name, dir: "auto" }),
      name === address ? null : el("span", { class: "mail-person-address", text: address }),
    );
    const badge = el("span", { class: "mail-badge", text: String(unread), "aria-label": `${unread} unread` });
    return el(
      "button",
      {
        type: "button",
        class: "mail-person",
        "data-address": address,
        "data-testid": `mailbox-${address}`,
        "aria-current": address === chosen && "true",
        title: address,
        on: { click: () => this.choose(address) },
      },
      avatar(box),
      words,
      unread ? badge : null,
    );
  }
}
