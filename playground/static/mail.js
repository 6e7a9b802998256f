/** The mail side of the page: people, their folders, an open thread. It looks again by itself while it is shown. */

import { el } from "./dom.js";
import { markRead, readBoxes, readThreads, receive } from "./mail_api.js";
import { drawList } from "./mail_list.js";
import { addressOf, firstAddress, FOLDERS, threadsIn } from "./mail_model.js";
import { People } from "./mail_people.js";
import { ThreadView } from "./mail_thread.js";
import { drawForm } from "./mail_write.js";

/** @typedef {import("./mail_model.js").Box} Box */
/** @typedef {import("./mail_model.js").Folder} Folder */
/** @typedef {import("./mail_model.js").Thread} Thread */

const LOOK_MS = 1500;

export class Mail {
  /** @param {HTMLElement} host @param {{say: (text: string) => void, moved: (address: string) => void}} parts */
  constructor(host, parts) {
    this.parts = parts;
    /** @type {Box[]} */
    this.boxes = [];
    /** @type {Thread[]} */
    this.threads = [];
    /** @type {Set<string|null>} the drafts of the thread that is open */
    this.drafts = new Set();
    this.address = this.drawn = "";
    this.threadId = null;
    /** @type {Folder} */
    this.folder = "inbox";
    this.isShown = this.isWriting = false;
    this.build(host);
  }

  build(host) {
    const people = el("nav", { class: "mail-people", "aria-label": "Mailboxes" });
    this.people = new People(people, (address) => this.open(address));
    this.name = el("h2", { class: "mail-name", dir: "auto", "data-testid": "mail-name" });
    this.tabs = el("div", { class: "mail-folders", role: "group", "aria-label": "Folders" });
    this.place = el("div", { class: "mail-place" });
    this.thread = new ThreadView({
      back: () => this.back(),
      act: (work, said) => this.act(work, said),
      zoneFor: (written) => this.zoneFor(written),
      isOurs: (address) => this.boxes.some((box) => box.isOurs && [box.address, ...box.aliases].includes(address)),
    });
    this.write = el("button", { type: "button", class: "button", text: "New mail", "data-testid": "mail-new" });
    this.write.addEventListener("click", () => this.compose());
    const head = el("div", { class: "mail-pane-head" }, this.name, this.tabs, this.write);
    const pane = el("section", { class: "mail-pane", "aria-label": "Mailbox" }, head, this.place);
    pane.addEventListener("keydown", (event) => event.key === "Escape" && this.back());
    host.append(people, pane);
  }

  // What is looked at

  /** @param {string} address whose mailbox to begin with */
  async show(address) {
    this.isShown = true;
    if (!this.address) this.address = address;
    await this.look();
    if (!this.timer) this.timer = setInterval(() => this.isShown && !document.hidden && this.look(), LOOK_MS);
  }

  hide() {
    this.isShown = false;
  }

  /** @param {string} address */
  async open(address) {
    [this.address, this.folder, this.threads] = [address, "inbox", []];
    this.leave();
    await this.look();
  }

  /** @param {Folder} folder */
  turnTo(folder) {
    this.folder = folder;
    this.leave();
    this.draw();
  }

  leave() {
    this.threadId = null;
    this.isWriting = false;
    this.thread.forget();
  }

  back() {
    const { threadId } = this;
    if (!threadId && !this.isWriting) return;
    this.leave();
    this.draw();
    const lines = [...this.place.querySelectorAll("[data-thread]")];
    (lines.find((line) => line.dataset.thread === threadId) ?? this.write).focus();
  }

  async openThread(threadId) {
    this.threadId = threadId;
    this.draw();
    const unread = this.current?.messages.filter(({ labels }) => labels.includes("UNREAD")) ?? [];
    const { address } = this;
    await this.act(() => Promise.all(unread.map(({ id }) => markRead(address, id))), "");
  }

  // What is there

  /** Reads again. An answer about a mailbox that was left meanwhile is dropped. */
  async look() {
    const { address } = this;
    try {
      const boxes = await readBoxes();
      const known = boxes.some((box) => box.address === address) ? address : (boxes[0]?.address ?? "");
      const threads = known ? await readThreads(known) : [];
      if (address !== this.address) return;
      [this.boxes, this.threads, this.address] = [boxes, threads, known];
      this.draw();
    } catch (error) {
      if (this.isShown && !this.isLost) this.parts.say(error.message);
      this.isLost = true;
      return;
    }
    this.isLost = false;
  }

  /** Does something to a mailbox, and looks what came of it. @returns {Promise<boolean>} whether it was done */
  async act(work, said) {
    try {
      await work();
    } catch (error) {
      this.parts.say(error.message);
      return false;
    }
    if (said) this.parts.say(said);
    await this.look();
    return true;
  }

  /** @returns {Box|undefined} */
  get box() {
    return this.boxes.find(({ address }) => address === this.address);
  }

  /** @returns {Thread|undefined} */
  get current() {
    return this.threads.find(({ id }) => id === this.threadId);
  }

  /** The zone of the person a To header names first; an unknown person's is UTC. @param {string} written */
  zoneFor(written) {
    return this.boxes.find(({ address }) => address === firstAddress(written))?.zone ?? "UTC";
  }

  // Drawing

  draw() {
    const { box, boxes } = this;
    this.parts.moved(this.address);
    this.people.show(boxes, this.address);
    const state = JSON.stringify([box, this.threads, this.folder, this.threadId, this.isWriting]);
    if (!box || state === this.drawn) return;
    this.drawn = state;
    this.name.textContent = box.name === box.address ? box.address : `${box.name} · ${box.address}`;
    this.write.hidden = box.isOurs;
    this.drawTabs();
    if (this.isWriting) return;
    if (this.threadId && !this.current) this.follow();
    if (this.current) this.drawThread(this.current, box);
    else this.drawFolder(box);
  }

  /** A draft with another subject stands in another thread: what is open goes with it, else it is left. */
  follow() {
    const isOpen = ({ draftId }) => draftId !== null && this.drafts.has(draftId);
    const moved = this.threads.find(({ messages }) => messages.some(isOpen));
    if (moved) this.threadId = moved.id;
    else this.leave();
  }

  drawThread(thread, box) {
    this.drafts = new Set(thread.messages.map(({ draftId }) => draftId));
    if (this.place.firstChild !== this.thread.node) this.place.replaceChildren(this.thread.node);
    this.thread.show(thread, box);
  }

  drawFolder(box) {
    const held = this.place.contains(document.activeElement) ? document.activeElement?.dataset.thread : null;
    const threads = threadsIn(this.threads, this.folder);
    this.place.replaceChildren(drawList(threads, this.folder, box.zone, (threadId) => this.openThread(threadId)));
    if (held) [...this.place.querySelectorAll("button")].find((line) => line.dataset.thread === held)?.focus();
  }

  drawTabs() {
    const focused = this.tabs.contains(document.activeElement) && document.activeElement?.dataset.testid;
    const folders = FOLDERS.filter(([folder]) => this.box?.isOurs || folder !== "drafts");
    this.tabs.replaceChildren(...folders.map(([folder, name]) => this.drawTab(folder, name)));
    if (focused) this.tabs.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  drawTab(folder, name) {
    const count = threadsIn(this.threads, folder).length;
    return el("button", {
      type: "button",
      class: "mail-folder",
      text: count ? `${name} (${count})` : name,
      "aria-pressed": String(folder === this.folder),
      "data-testid": `folder-${folder}`,
      on: { click: () => this.turnTo(folder) },
    });
  }

  // New mail from outside

  compose() {
    this.leave();
    this.isWriting = true;
    const { address } = this;
    const options = this.boxes.filter(({ isOurs }) => isOurs).map((box) => ({ value: box.address, label: box.name }));
    const form = drawForm({
      title: `New mail from ${address}`,
      fields: [
        { name: "to", label: "To", options },
        { name: "subject", label: "Subject" },
        { name: "text", label: "Text", isLong: true },
      ],
      ok: "Send",
      testid: "mail-compose",
      cancel: () => this.back(),
      submit: async ({ to, subject, text }) => {
        const sent = await this.act(() => receive(addressOf(to), { from: address, subject, text }), "Mail sent");
        if (sent) this.turnTo("sent");
      },
    });
    this.draw();
    this.place.replaceChildren(form);
    form.querySelector("input")?.focus();
  }
}
