/** An open thread: its messages, a user's hands on his own drafts, and the reply of somebody outside. */

import { ask } from "./dialogs.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { deleteDraft, editDraft, receive, sendDraft } from "./mail_api.js";
import { drawMessage } from "./mail_message.js";
import { addressOf, firstAddress, header, readable } from "./mail_model.js";
import { drawForm } from "./mail_write.js";

/** @typedef {import("./mail_model.js").Box} Box */
/** @typedef {import("./mail_model.js").Message} Message */
/** @typedef {import("./mail_model.js").Thread} Thread */

/**
 * @typedef {{back: () => void, act: (work: () => Promise<any>, said: string) => Promise<boolean>,
 *   zoneFor: (written: string) => string, isOurs: (address: string) => boolean}} Parts
 */

export class ThreadView {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.title = el("h3", { class: "mail-subject", dir: "auto", tabindex: -1, "data-testid": "mail-subject" });
    this.list = el("div", { class: "mail-messages" });
    this.foot = el("div", { class: "mail-foot" });
    const back = el(
      "button",
      {
        type: "button",
        class: "tool round",
        "aria-label": "Back to the list",
        "data-testid": "mail-back",
        on: { click: parts.back },
      },
      icon("back"),
    );
    const head = el("div", { class: "mail-thread-head" }, back, this.title);
    this.node = el("div", { class: "mail-thread", "data-testid": "mail-thread" }, head, this.list, this.foot);
    this.forget();
  }

  forget() {
    this.threadId = this.editing = this.answered = null;
    /** @type {Map<string, {key: string, node: HTMLElement}>} what is drawn, so that it is not drawn again */
    this.drawn = new Map();
    this.list.replaceChildren();
    this.foot.replaceChildren();
  }

  /** @param {Thread} thread @param {Box} box whose mailbox it is */
  show(thread, box) {
    if (thread.id !== this.threadId) this.forget();
    [this.thread, this.box] = [thread, box];
    const messages = readable(thread);
    this.title.textContent = messages.at(-1)?.subject || "(no subject)";
    this.drawMessages(messages);
    if (!box.isOurs) this.offerReply(messages);
    if (this.threadId === thread.id) return;
    this.threadId = thread.id;
    this.title.focus({ preventScroll: true });
  }

  /** Draws what is new or changed; a frame that is moved would load again. @param {Message[]} messages */
  drawMessages(messages) {
    const nodes = messages.map((message) => this.nodeOf(message));
    [...this.list.children].filter((child) => !nodes.includes(child)).forEach((child) => child.remove());
    nodes.forEach((node, at) => {
      const there = this.list.children[at] ?? null;
      if (there !== node) this.list.insertBefore(node, there);
    });
  }

  /** @param {Message} message @returns {HTMLElement} */
  nodeOf(message) {
    const isEdited = message.draftId !== null && message.draftId === this.editing;
    const key = JSON.stringify([{ ...message, labels: [] }, isEdited]);
    const known = this.drawn.get(message.id);
    if (known?.key === key) return known.node;
    const node = isEdited ? this.drawEditor(message) : drawMessage(message, this.parts.zoneFor, this.handsOn(message));
    this.drawn.set(message.id, { key, node });
    return node;
  }

  redraw() {
    this.show(this.thread, this.box);
  }

  // The user's own drafts

  /** @param {Message} message @returns {HTMLElement|null} */
  handsOn({ draftId }) {
    if (draftId === null || !this.box.isOurs) return null;
    const { address } = this.box;
    const send = () => this.parts.act(() => sendDraft(address, draftId), "Message sent");
    const buttons = [
      hand("Send", "draft-send", send, "primary"),
      hand("Edit", "draft-edit", () => this.edit(draftId)),
      hand("Delete", "draft-delete", () => this.remove(draftId)),
    ];
    return el("div", { class: "mail-buttons" }, ...buttons);
  }

  /** @param {string|null} draftId the draft in the form, null for none */
  edit(draftId) {
    this.editing = draftId;
    this.redraw();
    this.list.querySelector("form textarea")?.focus();
  }

  /** @param {Message} message */
  drawEditor({ draftId, to, subject, text }) {
    const { address } = this.box;
    const close = () => this.edit(null);
    const submit = async (written) => {
      if (await this.parts.act(() => editDraft(address, draftId, written), "Draft saved")) close();
    };
    const fields = [
      { name: "to", label: "To", value: to },
      { name: "subject", label: "Subject", value: subject },
      { name: "text", label: "Text", value: text, isLong: true },
    ];
    return drawForm({ title: "Edit the draft", fields, ok: "Save", testid: "draft-form", cancel: close, submit });
  }

  async remove(draftId) {
    const body = [el("p", { text: "Gmail deletes drafts for good: there is no bin for them." })];
    const sure = await ask({ title: "Delete this draft?", body, ok: "Delete", okId: "draft-delete-ok" });
    if (sure) await this.parts.act(() => deleteDraft(this.box.address, draftId), "Draft deleted");
  }

  // Somebody outside

  /** A reply to the newest mail from one of our people; what is typed stays when more arrives. */
  offerReply(messages) {
    const last = messages.findLast(({ from }) => this.parts.isOurs(addressOf(from)));
    if (last?.id === this.answered) return;
    const typed = this.foot.querySelector("textarea")?.value ?? "";
    this.answered = last?.id ?? null;
    this.foot.replaceChildren(...(last ? [this.drawReply(last, typed)] : []));
  }

  /** @param {Message} last @param {string} typed */
  drawReply(last, typed) {
    const submit = async ({ text }) => {
      const sent = await this.parts.act(() => receive(addressOf(last.from), this.answer(last, text)), "Reply sent");
      if (sent) form.reset();
    };
    const label = `Reply to ${addressOf(last.from)} as ${this.box.address}`;
    const form = drawForm({
      title: `Reply as ${this.box.address}`,
      fields: [{ name: "text", label, value: typed, isLong: true }],
      ok: "Reply",
      testid: "mail-reply",
      submit,
    });
    return form;
  }

  answer(last, text) {
    const { address } = this.box;
    const from = addressOf(last.to) === address && firstAddress(last.to) === address ? last.to : address;
    const subject = /^re:/i.test(last.subject) ? last.subject : `Re: ${last.subject}`;
    return { from, subject, text, inReplyTo: header(last, "Message-ID") };
  }
}

function hand(text, testid, run, kind = "") {
  return el("button", { type: "button", class: `button ${kind}`, text, "data-testid": testid, on: { click: run } });
}
