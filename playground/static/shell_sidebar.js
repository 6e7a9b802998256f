/** The add-on's place at the right: rail icon, header, menu, the card stack, and what Google itself asks meanwhile. */

import { CardStack } from "./cards.js";
import { ask, askForFile, askForScopes } from "./dialogs.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";

const CLOSED_CHECK_MS = 300;

/**
 * @typedef {{host: import("./host.js").Host, addon: {name: string, logoUrl: string, scopes: string[], universalActions: {label: string, index: number, openLink?: string}[]},
 *   scopeWords: Object<string, string>, who: () => {user: {name: string, email: string}, title: string}, toast: (text: string) => void, onResize: () => void}} Parts
 */

export class Sidebar {
  /** @param {HTMLElement} frame @param {HTMLElement} rail @param {Parts} parts */
  constructor(frame, rail, parts) {
    [this.frame, this.parts] = [frame, parts];
    this.turn = 0;
    this.button = el(
      "button",
      {
        type: "button",
        class: "rail-icon",
        title: parts.addon.name,
        "aria-label": parts.addon.name,
        "aria-expanded": "false",
        "data-testid": "addon-icon",
      },
      logo(parts.addon),
    );
    this.button.addEventListener("click", () => this.toggle());
    rail.append(this.button);
    const body = el("div", { class: "sidebar-body" });
    frame.append(this.header(), body);
    frame.setAttribute("aria-label", parts.addon.name);
    this.stack = new CardStack(body, this.desk());
  }

  header() {
    const { addon } = this.parts;
    const more = el(
      "button",
      {
        type: "button",
        class: "tool round",
        "aria-label": "More",
        "aria-haspopup": "menu",
        "data-testid": "universal-menu",
      },
      icon("more"),
    );
    more.addEventListener("click", () => openMenu(more, this.entries(), "Add-on menu"));
    const close = el(
      "button",
      {
        type: "button",
        class: "tool round",
        "aria-label": "Close",
        "data-testid": "sidebar-close",
        on: { click: () => this.toggle(false) },
      },
      icon("close"),
    );
    return el("header", { class: "sidebar-head" }, logo(addon), el("h2", { text: addon.name }), more, close);
  }

  entries() {
    const actions = this.parts.addon.universalActions.map((action) => ({
      label: action.label,
      run: () => this.choose(action),
      testid: `universal-${action.index}`,
    }));
    return [
      ...actions,
      ...(actions.length ? ["line"] : []),
      { label: "Refresh", icon: "reset", run: () => this.open(), testid: "sidebar-refresh" },
    ];
  }

  desk() {
    return {
      send: (action, formInputs) => this.answered(this.parts.host.action(action, formInputs)),
      suggest: (action, formInputs) => this.parts.host.suggest(action, formInputs),
      openLink: (url, openAs, onClose) => this.openLink(url, openAs, onClose),
      toast: this.parts.toast,
      reload: () => this.open(),
    };
  }

  get isOpen() {
    return !this.frame.hidden;
  }

  /** @param {boolean} [show] */
  toggle(show = !this.isOpen) {
    this.frame.hidden = !show;
    this.button.setAttribute("aria-expanded", String(show));
    this.parts.onResize();
    if (show) this.open();
    else this.forget();
  }

  forget() {
    this.turn += 1;
    this.stack.clear();
  }

  /** Runs the homepage trigger, as opening the sidebar does. */
  async open() {
    if (!this.isOpen) return;
    this.forget();
    await this.show(this.parts.host.open());
  }

  async choose(action) {
    if (action.openLink) this.openLink(action.openLink, "FULL_SIZE", "NOTHING");
    else await this.show(this.parts.host.universal(action.index));
  }

  /** Shows an answer the page asked for itself; one that comes after the sidebar was closed or reopened is dropped. */
  async show(promise) {
    const { turn } = this;
    const answer = await this.stack.wait(promise);
    if (turn !== this.turn) return;
    this.stack.apply(answer);
    this.follow(answer);
  }

  /** An answer the stack applies itself: what Google must ask comes once it stands. */
  async answered(promise) {
    const { turn } = this;
    const answer = await promise;
    if (turn === this.turn) setTimeout(() => this.follow(answer));
    return answer;
  }

  follow(answer) {
    if (!answer.ok) return;
    if (answer.hostAction?.requestFileScope) this.requestFile();
    else if (answer.hostAction) this.parts.toast("The add-on asked Gmail to do something; see the developer log.");
    const scopes = requestedScopes(answer.authorization);
    if (scopes) this.requestScopes(scopes);
  }

  async requestFile() {
    const { addon, who, host } = this.parts;
    if (await askForFile({ addon: addon.name, ...who() })) await this.show(host.grant());
  }

  async requestScopes(scopes) {
    const { addon, who, host, scopeWords } = this.parts;
    const asked = scopes.length ? scopes : addon.scopes;
    const granted = await askForScopes({ addon: addon.name, user: who().user, scopes: asked, words: scopeWords });
    if (granted) await this.show(host.consent(granted, asked));
    else if (!this.stack.depth) this.parts.toast(`${addon.name} was not given access. Refresh asks again.`);
  }

  openLink(url, openAs, onClose) {
    const isWatched = onClose === "RELOAD";
    const popup = `popup,width=600,height=700,left=${screenX + 200},top=${screenY + 80}`;
    const features = [openAs === "OVERLAY" ? popup : "", isWatched ? "" : "noopener"].filter(Boolean).join();
    const opened = window.open(url, "_blank", features);
    if (!isWatched) return;
    if (opened) this.waitForClose(opened);
    else this.openBlocked(url, openAs, onClose);
  }

  /** Browsers let a window open only right after a click; one that an answer opens late needs another. */
  async openBlocked(url, openAs, onClose) {
    const body = [el("p", { text: "The browser did not let the add-on open its window." })];
    const question = { title: "Open the window?", body, ok: "Open", okId: "popup-open" };
    if (await ask(question)) this.openLink(url, openAs, onClose);
  }

  /** Browsers tell nobody that a window was closed; one has to look. Whatever card is shown by then, it is old. */
  waitForClose(opened) {
    const timer = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(timer);
      this.open();
    }, CLOSED_CHECK_MS);
  }
}

function logo({ name, logoUrl }) {
  const drawn = el("span", { class: "logo", title: name }, icon("addon", 18));
  if (!logoUrl) return drawn;
  const image = el("img", { class: "logo", src: logoUrl, alt: "", width: 22, height: 22 });
  image.addEventListener("error", () => image.replaceWith(drawn));
  return image;
}

/** The scopes an answer asks Google for; null when it asks for none, [] for all. */
function requestedScopes(authorization) {
  const asked = authorization?.requestingGoogleScopes ?? authorization?.requesting_google_scopes;
  if (!asked) return null;
  return asked.scopes ?? [];
}
