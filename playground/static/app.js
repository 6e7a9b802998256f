/** The page: opens a file for a person, keeps the place in the address, and joins the parts. */

import { getJson, postJson } from "./api.js";
import { createToaster } from "./cards_shell.js";
import { ask, avatar } from "./dialogs.js";
import { el, part } from "./dom.js";
import { Grid } from "./grid.js";
import { Host } from "./host.js";
import { icon } from "./icons.js";
import { Mail } from "./mail.js";
import { openMenu } from "./menu.js";
import { buildMenus, buildToolbar, FormulaRow } from "./shell_bar.js";
import { Log } from "./shell_log.js";
import { Sidebar } from "./shell_sidebar.js";
import { Strip } from "./shell_strip.js";
import { Tabs } from "./shell_tabs.js";
import { Views } from "./shell_views.js";
import { Store } from "./store.js";

const CSV_CHUNK = 0x8000;

/** Languages of the Google account: an event says one of them. */
const LANGUAGES = [
  { locale: "en-GB", name: "English (UK)" },
  { locale: "de", name: "Deutsch" },
];

class App {
  /** @param {Object} session as GET /play/session has it */
  constructor(session) {
    this.session = session;
    this.address = new URLSearchParams(location.search);
    this.user = session.users.find((user) => user.id === this.address.get("user")) ?? session.users[0];
    this.locale = this.address.get("locale") ?? LANGUAGES[0].locale;
    this.toast = createToaster(part("toasts"));
    this.store = new Store();
    this.buildSheet();
    this.buildAround();
    this.listen();
  }

  buildSheet() {
    const bar = /** @type {HTMLTextAreaElement} */ (part("cell-content"));
    this.formula = new FormulaRow(/** @type {HTMLInputElement} */ (part("cell-name")), bar, part("sums"));
    this.grid = new Grid(part("sheet"), {
      store: this.store,
      bar,
      say: this.toast,
      onSelect: (grid) => this.formula.show(grid),
    });
    this.formula.bind(this.grid);
    this.tabs = new Tabs(part("tabs"), {
      store: this.store,
      select: (sheetId) => this.selectTab(sheetId),
      edit: (op) => this.grid.edit(op),
    });
  }

  buildAround() {
    const { session } = this;
    part("file-mark").append(icon("sheet", 34));
    buildToolbar(part("toolbar"), this.grid);
    buildMenus(part("menus"), this.grid, {
      samples: () => this.session.files,
      open: (id) => this.open(id),
      pickCsv: () => part("csv").click(),
      copyFile: () => this.copyFile(),
    });
    this.log = new Log(part("log"), (unseen) => this.strip?.mark(unseen));
    this.strip = new Strip(part("strip"), {
      session,
      say: this.toast,
      toggleLog: () => this.log.toggle(),
      onReset: () => location.reload(),
    });
    this.host = new Host({
      place: () => ({ user: this.user.id, locale: this.locale, file: this.store.meta?.id ?? null }),
      log: (line) => this.log.add(line),
    });
    this.sidebar = new Sidebar(part("sidebar"), part("rail"), {
      host: this.host,
      addon: session.addon,
      scopeWords: session.scopeWords,
      toast: this.toast,
      onResize: () => this.grid.view.schedule(),
      who: () => ({ user: this.user, title: this.store.meta?.title ?? "" }),
    });
    this.mail = new Mail(part("mail"), { say: this.toast, moved: () => this.keepPlace() });
    this.mail.address = this.address.get("box") ?? "";
    this.views = new Views(part("views"), (view) => this.showView(view));
    this.showUser();
  }

  showView(view) {
    if (view === "mail") this.mail.show(this.user.email);
    else this.mail.hide();
    this.grid.view.schedule();
    this.keepPlace();
  }

  listen() {
    this.store.addEventListener("meta", () => this.showMeta());
    this.store.addEventListener("lost", (event) => this.showLost(event.detail.message));
    this.store.addEventListener("found", () => this.showLost(""));
    this.store.addEventListener("gone", () => location.assign(`/?user=${encodeURIComponent(this.user.id)}`));
    const title = /** @type {HTMLInputElement} */ (part("file-title"));
    title.addEventListener("change", () => this.rename(title.value));
    title.addEventListener("keydown", (event) => event.key === "Enter" && title.blur());
    part("avatar").addEventListener("click", () => this.chooseUser());
    part("csv").addEventListener("change", (event) => this.openCsv(event.target));
    addEventListener("popstate", () => location.reload());
  }

  async start() {
    const [wanted, view] = [this.address.get("file"), this.address.get("view")];
    const files = this.session.files;
    const opened =
      (wanted && (await this.open(wanted))) || (files[0] && files[0].id !== wanted && (await this.open(files[0].id)));
    if (!opened) this.toast("There is no file to open. Open a CSV from the File menu.");
    if (view === "mail") this.views.show("mail");
  }

  /** @param {string} fileId @returns {Promise<boolean>} */
  async open(fileId) {
    try {
      this.sheetId = null;
      await this.store.open(fileId);
    } catch (error) {
      this.toast(error.message);
      return false;
    }
    await this.sidebar.open();
    return true;
  }

  showMeta() {
    const { meta } = this.store;
    if (!meta) return;
    const title = /** @type {HTMLInputElement} */ (part("file-title"));
    if (document.activeElement !== title) title.value = meta.title;
    title.style.width = `${Math.min(48, Math.max(6, [...title.value].length + 1))}ch`;
    document.title = `${meta.title} · Playground`;
    this.showTab();
  }

  showTab() {
    const visible = this.store.meta.tabs.filter((tab) => !tab.hidden);
    const wanted = this.sheetId ?? Number(this.address.get("tab") ?? -1);
    const tab = visible.find(({ sheetId }) => sheetId === wanted) ?? visible[0];
    if (!tab) return;
    this.sheetId = tab.sheetId;
    this.grid.show(tab.sheetId);
    this.tabs.show(tab.sheetId);
    this.keepPlace();
  }

  selectTab(sheetId) {
    this.sheetId = sheetId;
    this.showTab();
  }

  keepPlace() {
    if (!this.store.meta) return;
    const place = new URLSearchParams({ file: this.store.meta.id, user: this.user.id, tab: String(this.sheetId) });
    if (this.locale !== LANGUAGES[0].locale) place.set("locale", this.locale);
    if (this.views.current === "mail") place.set("view", "mail");
    if (this.views.current === "mail" && this.mail.address) place.set("box", this.mail.address);
    if (`?${place}` !== location.search) history.replaceState(null, "", `?${place}`);
    this.address = place;
  }

  async rename(title) {
    if (title.trim() && title !== this.store.meta.title) await this.grid.edit({ op: "renameFile", title });
    this.showMeta();
  }

  async copyFile() {
    const answer = await this.grid.edit({ op: "copyFile" });
    if (answer) await this.openNew(answer.id);
  }

  async openCsv(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    try {
      const answer = await postJson(`/play/files?user=${encodeURIComponent(this.user.id)}`, await upload(file));
      await this.openNew(answer.id);
    } catch (error) {
      this.toast(error.message);
    }
  }

  async openNew(fileId) {
    await this.open(fileId);
    this.session = await getJson("/play/session");
  }

  chooseUser() {
    const entries = this.session.users.map((user) => ({
      label: user.name,
      hint: user.email,
      checked: user.id === this.user.id,
      run: () => this.setUser(user),
      testid: `user-${user.id}`,
    }));
    const languages = LANGUAGES.map(({ locale, name }) => ({
      label: name,
      checked: locale === this.locale,
      run: () => this.setUser(this.user, locale),
      testid: `language-${locale}`,
    }));
    openMenu(part("avatar"), [...entries, "line", ...languages], "Who you are");
  }

  async setUser(user, locale = this.locale) {
    this.user = user;
    this.locale = locale;
    this.showUser();
    this.keepPlace();
    await this.sidebar.open();
  }

  showUser() {
    const label = `You are ${this.user.name}. Change who you are`;
    part("avatar").replaceChildren(avatar(this.user));
    part("avatar").title = `${this.user.name}\n${this.user.email}`;
    part("avatar").setAttribute("aria-label", label);
  }

  showLost(message) {
    document.querySelector(".lost")?.remove();
    if (message) document.body.append(el("div", { class: "lost", role: "alert", text: message }));
  }

  /** What tests use instead of pixels. */
  get handle() {
    return {
      version: () => this.store.version,
      cell: (row, col) => this.store.text(this.sheetId, row, col),
      open: (fileId) => this.open(fileId),
      selectTab: (title) => this.selectTab(this.store.meta.tabs.find((tab) => tab.title === title)?.sheetId),
      edit: (op) => this.store.edit({ sheetId: this.sheetId, ...op }),
    };
  }
}

/** The file's bytes as they are: the playground finds out how they are encoded. */
async function upload(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += CSV_CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CSV_CHUNK));
  return { title: file.name.replace(/\.(csv|tsv|txt)$/i, "") || "Untitled", base64: btoa(binary) };
}

async function begin() {
  const app = new App(await getJson("/play/session"));
  window.playground = app.handle;
  await app.start();
}

begin().catch((error) =>
  ask({
    title: "The playground could not start",
    body: [el("p", { text: error.message })],
    ok: "Try again",
    cancel: "Close",
  }).then((again) => again && location.reload()),
);
