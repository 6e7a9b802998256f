/** Shows a given card: pasted, or named in the address (`?case=/path/to/card.json`); clicks are listed, never sent. */

import { CardStack } from "./cards.js";
import { el } from "./cards_element.js";
import { createToaster } from "./cards_shell.js";

const DRAW_URL = "/play/host/draw";

const sidebar = byId("sidebar");
const source = /** @type {HTMLTextAreaElement} */ (byId("source"));
const judged = /** @type {HTMLInputElement} */ (byId("judged"));
const toast = createToaster(sidebar);
const stack = new CardStack(sidebar, {
  send: async (action, formInputs) => note({ action, formInputs }),
  suggest: async (action, formInputs) => (note({ suggest: action, formInputs }), []),
  openLink: (url, openAs, onClose) => void note({ url, openAs, onClose }),
  reload: () => void note({ reload: true }),
  toast,
});

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {Record<string, any>} call */
function note(call) {
  byId("calls").append(el("li", { text: JSON.stringify(call) }));
  return { ok: true, navigations: [], notification: "Listed under Clicks" };
}

/** Draw what stands in the text field. */
async function draw() {
  byId("reasons").replaceChildren();
  stack.clear();
  try {
    for (const navigation of navigationsOf(JSON.parse(source.value))) stack.apply({ ok: true, navigations: [await judge(navigation)] });
  } catch (error) {
    complain([error instanceof Error ? error.message : String(error)]);
  }
}

/**
 * Find the navigations in a card, a navigation, a RenderActions or a SubmitFormResponse.
 * @param {any} given
 * @returns {any[]}
 */
function navigationsOf(given) {
  const inner = given?.renderActions ?? given?.custom_authorization_prompt ?? given;
  const navigations = inner?.action?.navigations ?? inner?.navigations;
  if (Array.isArray(navigations)) return navigations;
  return inner?.pushCard || inner?.updateCard ? [inner] : [{ pushCard: inner?.card ?? inner }];
}

/** @param {any} navigation */
async function judge(navigation) {
  const key = ["pushCard", "updateCard"].find((name) => navigation[name]);
  if (!key || !judged.checked) return navigation;
  const response = await fetch(DRAW_URL, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ card: navigation[key] }),
  });
  if (!response.ok) throw new Error(`The playground's judge cannot be reached (${response.status}).`);
  const verdict = await response.json();
  complain(verdict.detail ?? []);
  if (!verdict.ok) throw new Error("Refused: Google would not show this card.");
  return { [key]: verdict.card };
}

/** @param {string[]} reasons */
function complain(reasons) {
  byId("reasons").append(...reasons.map((reason) => el("li", { text: reason })));
}

/** Fetch the card the address names; only from this playground. */
async function load() {
  const address = new URLSearchParams(location.search);
  judged.checked = address.get("judged") !== "no";
  const given = address.get("case");
  if (!given) return;
  const url = new URL(given, location.href);
  if (url.origin !== location.origin) return complain(["A case must come from this playground."]);
  const response = await fetch(url);
  source.value = response.ok ? JSON.stringify(await response.json(), null, 2) : "";
  await draw();
}

byId("draw").addEventListener("click", draw);
load();
