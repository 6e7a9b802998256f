/** Google's small HTML for cards, made of nodes and never of markup: what is not in the subset is shown as text. */

import { safeLink } from "./cards_model.js";

const ATTRIBUTES = {
  b: [],
  i: [],
  u: [],
  s: [],
  br: [],
  font: ["color"],
  a: ["href", "target", "rel", "title"],
  time: ["datetime"],
};
const DEEPEST = 30;
const LONGEST_ENTITY = 10;
const TAG = /<(\/?)([a-z]{1,4})((?:\s{1,8}[a-z-]{1,20}\s?=\s?(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^\s"'<>=]{1,4000}))*)\s?\/?>/gi;
const ATTRIBUTE = /([a-z-]{1,20})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/gi;
const ENTITY = /&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,8});/gi;
const COLOUR = /^(#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]{3,20})$/i;
const ENTITIES = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad", ndash: "–", mdash: "—", hellip: "…",
  middot: "·", bull: "•", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", laquo: "«", raquo: "»", larr: "←", rarr: "→",
  copy: "©", reg: "®", trade: "™", euro: "€", pound: "£", yen: "¥", cent: "¢", deg: "°", times: "×", plusmn: "±",
  sect: "§", para: "¶", szlig: "ß", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", eacute: "é",
};

/**
 * Turn a card's HTML text into nodes.
 * @param {string} source
 * @param {(url: string) => void} [follow] opens a link that was clicked
 * @returns {DocumentFragment}
 */
export function richText(source, follow = () => {}) {
  const root = document.createDocumentFragment();
  /** @type {{name: string, node: Node}[]} */
  const open = [{ name: "", node: root }];
  for (const token of tokens(source)) place(open, token, follow);
  return root;
}

/**
 * Decode entities; unknown ones stay as they are.
 * @param {string} source
 */
export function decode(source) {
  return source.replace(ENTITY, (whole, name) => (whole.length > LONGEST_ENTITY ? whole : character(name) ?? whole));
}

/** @param {string} name */
function character(name) {
  if (!name.startsWith("#")) return Object.hasOwn(ENTITIES, name) ? ENTITIES[/** @type {keyof ENTITIES} */ (name)] : null;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : "\ufffd";
}

/**
 * @typedef {{text: string, tag?: string, closing?: boolean, attributes?: Record<string, string>}} Token
 * @param {string} source
 * @returns {Generator<Token>}
 */
function* tokens(source) {
  let at = 0;
  for (const match of source.matchAll(TAG)) {
    const token = readTag(match);
    if (!token) continue;
    if (match.index > at) yield { text: source.slice(at, match.index) };
    yield token;
    at = match.index + match[0].length;
  }
  if (at < source.length) yield { text: source.slice(at) };
}

/**
 * @param {RegExpMatchArray} match
 * @returns {Token | null} null where the tag is not one of the subset
 */
function readTag([whole, slash, name, rest]) {
  const tag = name.toLowerCase();
  if (!Object.hasOwn(ATTRIBUTES, tag)) return null;
  const attributes = readAttributes(rest);
  const known = Object.keys(attributes).every((key) => ATTRIBUTES[/** @type {keyof ATTRIBUTES} */ (tag)].includes(key));
  if (!known || (slash && (rest || tag === "br"))) return null;
  if (tag === "a" && !slash && !safeLink(attributes.href)) return null;
  return { text: whole, tag, closing: slash === "/", attributes };
}

/** @param {string} source */
function readAttributes(source) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE))
    found[name.toLowerCase()] = decode(double ?? single ?? bare);
  return found;
}

/** @param {{name: string, node: Node}[]} open @param {Token} token @param {(url: string) => void} follow */
function place(open, token, follow) {
  const top = open[open.length - 1].node;
  if (!token.tag) top.appendChild(document.createTextNode(decode(token.text)));
  else if (token.tag === "br") top.appendChild(document.createElement("br"));
  else if (token.closing) close(open, token);
  else if (open.length > DEEPEST) top.appendChild(document.createTextNode(token.text));
  else open.push({ name: token.tag, node: top.appendChild(element(token, follow)) });
}

/** @param {{name: string, node: Node}[]} open @param {Token} token */
function close(open, token) {
  const at = open.findLastIndex((item) => item.name === token.tag);
  if (at > 0) open.length = at;
  else open[open.length - 1].node.appendChild(document.createTextNode(token.text));
}

/** @param {Token} token @param {(url: string) => void} follow */
function element({ tag, attributes = {} }, follow) {
  if (tag === "a") return link(/** @type {string} */ (safeLink(attributes.href)), follow);
  const made = document.createElement(tag === "font" ? "span" : /** @type {string} */ (tag));
  if (tag === "font" && COLOUR.test(attributes.color ?? "")) made.style.color = attributes.color;
  return made;
}

/** @param {string} url @param {(url: string) => void} follow */
function link(url, follow) {
  const made = document.createElement("a");
  made.href = url;
  made.rel = "noopener noreferrer";
  made.target = "_blank";
  made.addEventListener("click", (event) => {
    event.preventDefault();
    follow(url);
  });
  return made;
}
