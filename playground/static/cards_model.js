/** Reads card JSON as a tolerant proto parser does: both spellings of keys, enums as words or numbers, wrong types as nothing. */

const DEEPEST = 40;
const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Spell every key in camelCase.
 * @param {any} value
 * @param {number} [depth]
 * @returns {any}
 */
export function camelCase(value, depth = 0) {
  if (depth > DEEPEST || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => camelCase(item, depth + 1));
  const entries = Object.entries(value).filter(([key]) => key !== "__proto__");
  return Object.fromEntries(entries.map(([key, item]) => [spell(key), camelCase(item, depth + 1)]));
}

/** @param {string} key */
function spell(key) {
  return key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/**
 * Read an enum given as a word or as its number; anything else is the first word.
 * @param {readonly string[]} words in the order of their numbers
 * @param {any} value
 */
export function word(words, value) {
  const chosen = typeof value === "number" ? words[value] : words.find((known) => known === value);
  return chosen ?? words[0];
}

/**
 * Read text; objects and nothing are the empty text.
 * @param {any} value
 */
export function text(value) {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
}

/**
 * Read an object; anything else is an empty one.
 * @param {any} value
 * @returns {Record<string, any>}
 */
export function object(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/**
 * Read a list of objects.
 * @param {any} value
 * @returns {Record<string, any>[]}
 */
export function list(value) {
  return Array.isArray(value) ? value.filter((item) => item !== null && typeof item === "object") : [];
}

/**
 * Read a whole number within bounds.
 * @param {any} value
 * @param {number} least
 * @param {number} most
 * @param {number} otherwise
 */
export function whole(value, least, most, otherwise) {
  const number = Number(value);
  return Number.isInteger(number) && value !== null && value !== "" ? Math.min(most, Math.max(least, number)) : otherwise;
}

/**
 * Return the link if the sidebar may open it, else null: https, mail and telephone; plain http on this machine only.
 * @param {any} value
 * @returns {string | null}
 */
export function safeLink(value) {
  const url = parse(value);
  if (!url) return null;
  return ["mailto:", "tel:"].includes(url.protocol) || isFetchable(url) ? url.href : null;
}

/**
 * Return the picture's address if Google would show it (https, no SVG), else null.
 * @param {any} value
 * @returns {string | null}
 */
export function safePicture(value) {
  const url = parse(value);
  return url && isFetchable(url) && !/\.svg$/i.test(url.pathname) ? url.href : null;
}

/** @param {any} value */
function parse(value) {
  return typeof value === "string" && URL.canParse(value) ? new URL(value) : null;
}

/** @param {URL} url */
function isFetchable(url) {
  return url.protocol === "https:" || (url.protocol === "http:" && LOCAL_HOSTS.has(url.hostname));
}

/**
 * Return a CSS colour for google.type.Color, else null.
 * @param {any} value
 * @returns {{css: string, dark: boolean} | null}
 */
export function colour(value) {
  if (value === null || typeof value !== "object") return null;
  const [red, green, blue] = ["red", "green", "blue"].map((part) => channel(value[part]));
  const bright = (red * 299 + green * 587 + blue * 114) / 1000;
  return { css: `rgb(${red}, ${green}, ${blue})`, dark: bright < 150 };
}

/** @param {any} part 0..1 */
function channel(part) {
  return Math.round(Math.min(1, Math.max(0, Number(part) || 0)) * 255);
}
