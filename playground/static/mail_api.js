/** What the page asks of the mailboxes, and their answers in the page's own shapes. */

import { getJson, postJson } from "./api.js";

/** @typedef {import("./mail_model.js").Box} Box */
/** @typedef {import("./mail_model.js").Thread} Thread */
/** @typedef {import("./mail_model.js").Message} Message */

const BASE = "/play/mailboxes";

/** @returns {Promise<Box[]>} */
export async function readBoxes() {
  const { mailboxes } = await getJson(BASE);
  return mailboxes.map(readBox);
}

/** @param {string} address @returns {Promise<Thread[]>} */
export async function readThreads(address) {
  const { threads } = await getJson(place(address));
  return threads.map(({ id, messages }) => ({ id, messages: messages.map(readMessage) }));
}

/**
 * A mail from outside to one of our people.
 * @param {string} address whose mailbox it reaches
 * @param {{from: string, subject: string, text: string, inReplyTo?: string}} mail `inReplyTo` a Message-ID
 */
export function receive(address, { from, subject, text, inReplyTo = "" }) {
  const answered = inReplyTo ? { in_reply_to: inReplyTo } : {};
  return postJson(`${place(address)}/receive`, { from, subject, text, ...answered });
}

/** @param {string} address @param {string} messageId */
export function markRead(address, messageId) {
  return postJson(`${place(address)}/messages/${encodeURIComponent(messageId)}/read`, {});
}

/** @param {string} address @param {string} draftId @param {{to: string, subject: string, text: string}} written */
export function editDraft(address, draftId, written) {
  return postJson(`${draft(address, draftId)}/edit`, written);
}

/** @param {string} address @param {string} draftId */
export function sendDraft(address, draftId) {
  return postJson(`${draft(address, draftId)}/send`, {});
}

/** @param {string} address @param {string} draftId */
export function deleteDraft(address, draftId) {
  return postJson(`${draft(address, draftId)}/delete`, {});
}

function place(address) {
  return `${BASE}/${encodeURIComponent(address)}`;
}

function draft(address, draftId) {
  return `${place(address)}/drafts/${encodeURIComponent(draftId)}`;
}

/** @returns {Box} */
function readBox({ address, aliases = [], name, user, zone, unread }) {
  return { address, aliases, name: name || address, isOurs: Boolean(user), zone: zone || "UTC", unread: unread || 0 };
}

/** @returns {Message} */
function readMessage(given) {
  const { id, threadId, draftId = null, from = "", to = "", cc = "", subject = "", at, text = "", html = "" } = given;
  const { labels = [], headers = [] } = given;
  return { id, threadId, draftId, from, to, cc, subject, at, text, html, labels, headers };
}
