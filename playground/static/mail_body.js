/** What a mail says: its text with links, its HTML in a frame where no script runs and nothing is fetched. */

import { el } from "./dom.js";

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const TRAILING = /[).,;:!?\]]+$/;
const GONE = "script, base, meta, link, iframe, frame, object, embed, form, template, svg script, noscript";
const UNWANTED = /^(on.*|srcset|ping|action|formaction|background|target)$/i;
const SAFE_LINK = /^(https?|mailto):/i;
const TALLEST = 4000;

/** The frame's own law, first in its document: neither script nor fetch, whatever the mail contains. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'";
const STYLE =
  "html{font:14px/20px Arial,sans-serif;color:#1f1f1f;overflow-wrap:anywhere}body{margin:0}img{max-width:100%}";
const HEAD = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${STYLE}</style>`;

/**
 * Text as it was written, its web addresses made links.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function drawText(text) {
  const node = el("div", { class: "mail-text", dir: "auto", "data-testid": "mail-text" });
  let done = 0;
  for (const found of text.matchAll(LINK)) {
    const url = found[0].replace(TRAILING, "");
    node.append(text.slice(done, found.index), outward(url, url));
    done = found.index + url.length;
  }
  node.append(text.slice(done));
  return node;
}

/** @param {string} url @param {string} text a link that opens beside this page and tells nothing of it */
export function outward(url, text) {
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", text, dir: "auto" });
}

/**
 * HTML in a frame of its own. The frame shares this page's origin so that its height can be read, which is safe as
 * long as its sandbox lets no script run.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function drawHtml(html) {
  const { source, remote } = harmless(html);
  const frame = el("iframe", {
    class: "mail-html",
    title: "Content of the message",
    sandbox: "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    referrerpolicy: "no-referrer",
    "data-testid": "mail-html",
    srcdoc: source,
  });
  frame.addEventListener("load", () => fit(frame));
  const words = remote === 1 ? "1 remote picture is not loaded." : `${remote} remote pictures are not loaded.`;
  return el("div", {}, frame, remote ? el("p", { class: "soft small", text: words }) : null);
}

function fit(frame) {
  const height = frame.contentDocument?.documentElement?.scrollHeight ?? 0;
  frame.style.height = `${Math.min(TALLEST, Math.max(40, height + 2))}px`;
}

/** The document for the frame: what could load, act or lead astray taken out before the sandbox sees it. */
function harmless(html) {
  const mail = new DOMParser().parseFromString(html, "text/html");
  mail.querySelectorAll(GONE).forEach((node) => node.remove());
  mail.querySelectorAll("*").forEach(clean);
  const remote = [...mail.querySelectorAll("img[src]")].filter((image) => !/^data:/i.test(image.getAttribute("src")));
  remote.forEach((image) => image.removeAttribute("src"));
  return { source: `<!doctype html>${HEAD}${mail.documentElement.innerHTML}`, remote: remote.length };
}

/** @param {Element} node */
function clean(node) {
  for (const { name, value } of [...node.attributes]) {
    const isUnsafeLink = /^(xlink:)?href$/i.test(name) && !SAFE_LINK.test(value.trim());
    if (isUnsafeLink || UNWANTED.test(name)) node.removeAttribute(name);
  }
  if (!node.hasAttribute("href")) return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer");
}
