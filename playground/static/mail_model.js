/** Mail as the page knows it: shapes, folders, names, times. Pure functions; nothing here touches the page. */

/**
 * @typedef {{address: string, aliases: string[], name: string, isOurs: boolean, zone: string, unread: number}} Box
 * @typedef {{id: string, threadId: string, draftId: string|null, from: string, to: string, cc: string, subject: string,
 *   at: string, text: string, html: string, labels: string[], headers: {name: string, value: string}[]}} Message
 * @typedef {{id: string, messages: Message[]}} Thread
 * @typedef {"inbox"|"sent"|"drafts"} Folder
 */

/** @type {[Folder, string, string][]} folder, its name, the label it shows */
export const FOLDERS = [
  ["inbox", "Inbox", "INBOX"],
  ["sent", "Sent", "SENT"],
  ["drafts", "Drafts", "DRAFT"],
];

const HEADERS = [
  "Message-ID",
  "In-Reply-To",
  "References",
  "Date",
  "Reply-To",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "X-Sales-Assistant-Send",
];
const SNIPPET = 140;

/** @param {Folder} folder @param {Message} message */
function isIn(folder, message) {
  const label = FOLDERS.find(([name]) => name === folder)?.[2];
  return message.labels.includes(label ?? "") && !message.labels.includes("TRASH");
}

/**
 * The threads with a message in a folder, the newest message first.
 * @param {Thread[]} threads @param {Folder} folder @returns {Thread[]}
 */
export function threadsIn(threads, folder) {
  const here = ({ messages }) => messages.filter((message) => isIn(folder, message));
  const newest = (thread) => Math.max(...here(thread).map(({ at }) => stamp(at)));
  return threads
    .filter((thread) => here(thread).length)
    .sort((one, other) => newest(other) - newest(one));
}

/** @param {Thread} thread @returns {Message[]} what a reader sees, the oldest first */
export function readable(thread) {
  const kept = thread.messages.filter(({ labels }) => !labels.includes("TRASH"));
  return kept.sort((one, other) => stamp(one.at) - stamp(other.at));
}

function stamp(at) {
  return Date.parse(at) || 0;
}

/** @param {Thread} thread */
export function isUnread(thread) {
  return thread.messages.some(({ labels }) => labels.includes("UNREAD"));
}

/** @param {Thread} thread @param {Folder} folder @returns {string} whom the line in a folder names */
export function partner(thread, folder) {
  const mails = thread.messages.filter((message) => isIn(folder, message));
  const written = mails.at(-1);
  if (!written) return "";
  return folder === "inbox" ? nameOf(written.from) : `To: ${written.to || "nobody yet"}`;
}

/** @param {Message} message @returns {string} its beginning in one line */
export function snippet(message) {
  return [...message.text.replace(/\s+/g, " ").trim()].slice(0, SNIPPET).join("");
}

/** @param {string} written as in a From header @returns {string} the name, else the address */
export function nameOf(written) {
  const name = written.replace(/<[^<>]*>\s*$/, "").trim();
  return name.replace(/^"(.*)"$/, "$1") || addressOf(written);
}

/** @param {string} written as in a From header @returns {string} the address alone, in lower case */
export function addressOf(written) {
  return (/<([^<>]*)>\s*$/.exec(written)?.[1] ?? written).trim().toLowerCase();
}

/** @param {string} written as in a To header @returns {string} the address of the first person there */
export function firstAddress(written) {
  return addressOf(written.match(/(?:"[^"]*"|[^,"])+/)?.[0] ?? "");
}

/** @param {Message} message @param {string} name @returns {string} a header's value, "" where there is none */
export function header(message, name) {
  const wanted = name.toLowerCase();
  return message.headers.find((line) => line.name.toLowerCase() === wanted)?.value ?? "";
}

/** @param {Message} message @returns {[string, string][]} the headers worth a look that it has */
export function notable(message) {
  const lines = HEADERS.map((name) => /** @type {[string, string]} */ ([name, header(message, name)]));
  return lines.filter(([, value]) => value);
}

/** @param {Message} message @returns {string} where its List-Unsubscribe leads, "" where nowhere on the web */
export function unsubscribeLink(message) {
  return /<\s*(https?:\/\/[^<>\s]+)\s*>/i.exec(header(message, "List-Unsubscribe"))?.[1] ?? "";
}

/**
 * An instant in a zone, with the zone's name; UTC where the zone is none.
 * @param {string} at ISO time @param {string} zone IANA name
 */
export function longTime(at, zone) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const known = isZone(zone) ? zone : "UTC";
  const shown = new Intl.DateTimeFormat("en-GB", {
    timeZone: known,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${shown.format(moment)} ${known === "UTC" ? "UTC" : `(${known.replaceAll("_", " ")})`}`;
}

/** @param {string} at ISO time @param {string} zone @returns {string} for a line in a list */
export function shortTime(at, zone) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return "";
  const timeZone = isZone(zone) ? zone : "UTC";
  const parts = /** @type {const} */ ({ timeZone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return new Intl.DateTimeFormat("en-GB", parts).format(moment);
}

function isZone(zone) {
  try {
    return Boolean(zone && new Intl.DateTimeFormat("en-GB", { timeZone: zone }));
  } catch {
    return false;
  }
}
