/** The add-on's sidebar: a stack of cards, drawn from JSON, changed only by a click or by the answer to one. */

import { clickKind } from "./cards_buttons.js";
import { el } from "./cards_element.js";
import { Form } from "./cards_form.js";
import { Menu } from "./cards_menu.js";
import { camelCase, list, object, safeLink, text, word } from "./cards_model.js";
import { authorizationCard, drawError, failure, focusCard, focusKey, refocus } from "./cards_shell.js";
import { drawCard, drawPeek } from "./cards_view.js";

/**
 * What the page around the sidebar does. `send` resolves to the playground's answer, which the stack applies itself;
 * a host action or a request for Google scopes in it is the page's own affair.
 * @typedef {object} Host
 * @property {(action: any, formInputs: Record<string, any>, loadIndicator: "SPINNER" | "NONE") => Promise<Answer>} send
 * @property {(url: string, openAs: string, onClose: string) => void} openLink
 * @property {(action: any, formInputs: Record<string, any>) => Promise<string[]>} suggest
 * @property {(text: string) => void} toast
 * @property {() => void | Promise<void>} reload runs the trigger again: clears the stack and applies what it answers
 */
/**
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {any[]} [navigations]
 * @property {string | {text: string}} [notification]
 * @property {{url: string, openAs?: string, onClose?: string}} [link]
 * @property {any} [authorization]
 * @property {boolean} [stateChanged]
 * @property {string} [message]
 * @property {string[]} [detail]
 */
/**
 * @typedef {{card: any, form: Form, root: HTMLElement, mounted: (() => void)[], stale: boolean, scroll: number}} Entry
 */

const INDICATORS = ["SPINNER", "NONE"];
const OPEN_AS = ["FULL_SIZE", "OVERLAY"];
const ON_CLOSE = ["NOTHING", "RELOAD"];

export class CardStack {
  /** @type {Host} */
  #host;
  /** @type {Entry[]} */
  #entries = [];
  #root;
  #progress = el("div", { class: "gc-progress", role: "progressbar", "aria-label": "Loading", testid: "progress", hidden: true });
  #error = el("div", { class: "gc-error-place" });
  #stage = el("fieldset", { class: "gc-stage" });
  #menu;
  #waiting = 0;
  #spinning = 0;
  /** Grows at `clear`: an answer to a call made before belongs to cards that are gone. */
  #epoch = 0;
  /** @type {(() => void) | null} the last change made while a call without indicator was under way */
  #next = null;
  /** @type {ReturnType<typeof focusKey>} */
  #focused = null;

  /** @param {HTMLElement} container @param {Host} host */
  constructor(container, host) {
    this.#host = host;
    this.#root = el("div", { class: "gc", testid: "sidebar" }, this.#progress, this.#error, this.#stage);
    this.#menu = new Menu(this.#root);
    container.append(this.#root);
    this.#mark();
  }

  get depth() {
    return this.#entries.length;
  }

  /** The JSON of the card on top, null where there is none. */
  get current() {
    return this.#top?.card ?? null;
  }

  /** Whether an answer is awaited. */
  get busy() {
    return this.#waiting > 0;
  }

  get #top() {
    return this.#entries.at(-1);
  }

  /** Forget all cards, the error, and the answers still under way. */
  clear() {
    this.#epoch += 1;
    this.#entries = [];
    this.#next = this.#focused = null;
    this.#showError(null);
    this.#show();
  }

  /**
   * Show what the add-on answered.
   * @param {Answer} answer
   */
  apply(answer) {
    const given = object(answer);
    if (given.ok !== true) return this.#showError(given);
    this.#showError(null);
    if (given.stateChanged) this.#entries.slice(0, -1).forEach((entry) => (entry.stale = true));
    const before = this.#top;
    list(given.navigations).forEach((navigation) => this.#navigate(object(camelCase(navigation))));
    const asked = authorizationCard(camelCase(given.authorization));
    if (asked) this.#push(asked);
    if (this.#top !== before) this.#show();
    this.#tell(given);
  }

  /**
   * Show the loading state until the promise settles; for calls the page makes itself.
   * @template T
   * @param {Promise<T>} promise
   * @returns {Promise<T>}
   */
  wait(promise) {
    return this.#during(promise, true);
  }

  /** @param {Record<string, any>} answer */
  #tell(answer) {
    const notification = text(answer.notification) || text(object(answer.notification).text);
    if (notification) this.#host.toast(notification);
    if (answer.link) this.#open(answer.link);
  }

  /** @param {Record<string, any>} navigation */
  #navigate(navigation) {
    if (navigation.pushCard) this.#push(object(navigation.pushCard));
    else if (navigation.updateCard) this.#update(object(navigation.updateCard));
    else if (navigation.pop) this.#popTo(this.depth - 1);
    else if (navigation.popToRoot) this.#popTo(1);
    else if (navigation.popToCard) this.#popTo(this.#entries.findLastIndex((entry) => text(entry.card.name) === navigation.popToCard) + 1);
  }

  /** @param {any} card */
  #push(card) {
    const waits = word(["DISPLAY_STYLE_UNSPECIFIED", "PEEK", "REPLACE"], card.displayStyle) === "PEEK";
    if (waits && this.#top) this.#peek(this.#top, card);
    else this.#entries.push(this.#draw(card, this.depth));
  }

  /** @param {Entry} entry @param {any} card */
  #peek(entry, card) {
    entry.root.querySelector(".gc-peek")?.remove();
    entry.root.append(drawPeek(card, () => this.#step(() => this.#entries.push(this.#draw(card, this.depth)))));
  }

  /** Replace the card on top; fields equal in both keep what was typed. @param {any} card */
  #update(card) {
    const old = this.#entries.pop();
    const entry = this.#draw(card, this.depth);
    this.#entries.push(entry);
    if (!old) return;
    entry.form.keep(old.form);
    entry.scroll = this.#stage.contains(old.root) ? scrollOf(old.root) : old.scroll;
    this.#focused ??= focusKey(old.root, document.activeElement);
  }

  /** Leave `depth` cards; the first always stays. @param {number} depth */
  #popTo(depth) {
    if (depth >= 1 && depth < this.depth) this.#entries.length = depth;
  }

  /** @param {any} card @param {number} at its place in the stack @returns {Entry} */
  #draw(card, at) {
    const form = new Form();
    /** @type {(() => void)[]} */
    const mounted = [];
    const root = drawCard(card, {
      form,
      mounted,
      click: (onClick, source, extra) => this.#click(object(onClick), source, form, extra),
      change: (action) => this.#changed(object(action), form),
      suggest: async (action) => this.#host.suggest(action, form.collect()),
      follow: (url) => this.#open({ url }),
      menu: (anchor, actions) => this.#openMenu(anchor, actions.map((item) => ({ ...item, text: item.actionLabel })), form),
      back: at > 0 ? () => this.#goBack() : null,
    });
    return { card, form, root, mounted, stale: false, scroll: 0 };
  }

  #show() {
    this.#menu.close();
    const entry = this.#top;
    const shown = this.#entryShown;
    if (shown) shown.scroll = scrollOf(shown.root);
    this.#stage.replaceChildren(...(entry ? [entry.root] : []));
    this.#shown = entry ?? null;
    if (!entry) return;
    entry.mounted.splice(0).forEach((run) => run());
    scroller(entry.root).scrollTop = entry.scroll;
  }

  /** @type {Entry | null} */
  #shown = null;

  get #entryShown() {
    return this.#shown && this.#entries.includes(this.#shown) ? this.#shown : null;
  }

  #goBack() {
    this.#step(() => this.#popTo(this.depth - 1));
    if (this.#top?.stale) {
      this.#top.stale = false;
      const reload = async () => this.#host.reload();
      this.wait(reload()).catch((error) => this.apply(failure(error)));
    }
  }

  /** A change of place the user makes without asking the add-on. @param {() => void} change */
  #step(change) {
    this.#showError(null);
    change();
    this.#show();
    focusCard(this.#stage);
  }

  /** @param {Record<string, any>} onClick @param {HTMLElement} source @param {Form} form @param {{key: string, value: string}[]} [extra] */
  #click(onClick, source, form, extra = []) {
    if (this.busy) return;
    const kind = clickKind(onClick);
    if (kind === "action" || kind === "openDynamicLinkAction") this.#call(object(onClick[kind]), form, extra);
    else if (kind === "openLink") this.#open(onClick.openLink);
    else if (kind === "card") this.#step(() => this.#push(object(onClick.card)));
    else if (kind === "overflowMenu") this.#openMenu(source, list(object(onClick.overflowMenu).items), form);
  }

  /** @param {HTMLElement} anchor @param {any[]} items @param {Form} form */
  #openMenu(anchor, items, form) {
    this.#menu.toggle(
      anchor,
      items.map((item) => ({
        text: text(item.text),
        icon: item.startIcon,
        disabled: item.disabled === true,
        run: () => this.#click(object(item.onClick), anchor, form),
      })),
    );
  }

  /** @param {Record<string, any>} action @param {Form} form */
  #changed(action, form) {
    if (this.busy) this.#next = () => this.#changed(action, form);
    else if (this.#top?.form === form) this.#call(action, form, []);
  }

  /** @param {Record<string, any>} action @param {Form} form @param {{key: string, value: string}[]} extra */
  async #call(action, form, extra) {
    if (!form.check(action)) return;
    const epoch = this.#epoch;
    const indicator = /** @type {"SPINNER" | "NONE"} */ (word(INDICATORS, action.loadIndicator));
    const request = { ...action, parameters: [...list(action.parameters), ...extra] };
    this.#focused = focusKey(this.#stage, document.activeElement);
    const send = async () => this.#host.send(request, form.collect(), indicator);
    const answer = await this.#during(send(), indicator === "SPINNER").catch(failure);
    if (epoch !== this.#epoch) return;
    const updated = list(answer?.navigations).some((navigation) => navigation.updateCard ?? navigation.update_card);
    if (answer?.ok === true && action.persistValues !== true && !updated) form.reset();
    this.apply(answer);
    refocus(this.#stage, this.#focused);
    this.#focused = null;
    this.#runNext();
  }

  #runNext() {
    const next = this.#next;
    this.#next = null;
    next?.();
  }

  /** @template T @param {Promise<T>} promise @param {boolean} spins @returns {Promise<T>} */
  async #during(promise, spins) {
    this.#count(1, spins);
    try {
      return await promise;
    } finally {
      this.#count(-1, spins);
    }
  }

  /** @param {number} change @param {boolean} spins */
  #count(change, spins) {
    this.#waiting += change;
    if (spins) this.#spinning += change;
    this.#mark();
  }

  #mark() {
    const spins = this.#spinning > 0;
    this.#progress.hidden = !spins;
    this.#stage.disabled = spins;
    this.#root.setAttribute("aria-busy", String(this.busy));
    if (spins) this.#menu.close();
  }

  /** @param {Record<string, any> | null} answer */
  #showError(answer) {
    this.#error.replaceChildren(...(answer ? [drawError(answer)] : []));
  }

  /** @param {any} link */
  #open(link) {
    const given = object(link);
    const url = safeLink(given.url);
    if (this.#spinning > 0) return;
    if (url) this.#host.openLink(url, word(OPEN_AS, given.openAs), word(ON_CLOSE, given.onClose));
    else this.#host.toast("This link can't be opened: it needs https://");
  }
}

/** @param {HTMLElement} root */
function scroller(root) {
  return /** @type {HTMLElement} */ (root.querySelector(".gc-body"));
}

/** @param {HTMLElement} root */
function scrollOf(root) {
  return scroller(root).scrollTop;
}
