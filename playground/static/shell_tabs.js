/** The sheets of the file, at the bottom: choose, add, rename, duplicate, delete. */

import { askText, ask } from "./dialogs.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";

/** @typedef {import("./store.js").Tab} Tab */

export class Tabs {
  /**
   * @param {HTMLElement} host
   * @param {{store: import("./store.js").Store, select: (sheetId: number) => void, edit: (op: Object) => Promise<any>}} parts
   */
  constructor(host, parts) {
    [this.host, this.parts] = [host, parts];
    this.drawn = "";
  }

  /** @param {number} chosen */
  show(chosen) {
    const tabs = this.parts.store.meta.tabs.filter((tab) => !tab.hidden);
    const state = JSON.stringify([chosen, tabs.map((tab) => [tab.sheetId, tab.title])]);
    if (state === this.drawn) return;
    this.drawn = state;
    const tools = [
      tool("plus", "Add a sheet", () => this.add(), "add-tab"),
      tool(
        "all",
        "All sheets",
        (event) =>
          openMenu(
            event.currentTarget,
            tabs.map((tab) => this.entry(tab, chosen)),
            "All sheets",
          ),
        "all-tabs",
      ),
    ];
    this.host.replaceChildren(...tools, ...tabs.map((tab) => this.draw(tab, tab.sheetId === chosen)));
  }

  entry(tab, chosen) {
    return { label: tab.title, checked: tab.sheetId === chosen, run: () => this.parts.select(tab.sheetId) };
  }

  draw(tab, isChosen) {
    const name = el("span", { class: "tab-name", text: tab.title, dir: "auto" });
    const more = el("span", { class: "tab-more", "aria-hidden": "true" }, icon("down", 14));
    const props = {
      class: "tab",
      role: "tab",
      type: "button",
      "aria-selected": String(isChosen),
      "data-testid": `tab-${tab.title}`,
    };
    const button = el("button", props, name, more);
    button.addEventListener("click", (event) =>
      more.contains(event.target) && isChosen ? this.menu(button, tab) : this.parts.select(tab.sheetId),
    );
    button.addEventListener("dblclick", () => this.rename(tab));
    button.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.menu(button, tab);
    });
    button.addEventListener("keydown", (event) => event.key === "F2" && this.rename(tab));
    return button;
  }

  menu(button, tab) {
    openMenu(
      button,
      [
        { label: "Rename", run: () => this.rename(tab) },
        {
          label: "Duplicate",
          run: () => this.parts.edit({ op: "duplicateTab", sheetId: tab.sheetId }),
          testid: "duplicate-tab",
        },
        {
          label: "Delete",
          disabled: this.parts.store.meta.tabs.length < 2,
          run: () => this.remove(tab),
          testid: "delete-tab",
        },
      ],
      `Sheet ${tab.title}`,
    );
  }

  async add() {
    const before = new Set(this.parts.store.meta.tabs.map((tab) => tab.sheetId));
    await this.parts.edit({ op: "addTab" });
    const added = this.parts.store.meta.tabs.find((tab) => !before.has(tab.sheetId));
    if (added) this.parts.select(added.sheetId);
  }

  async rename(tab) {
    const title = await askText("Rename sheet", "Name of the sheet", tab.title);
    if (title !== null && title !== tab.title) await this.parts.edit({ op: "renameTab", sheetId: tab.sheetId, title });
  }

  async remove(tab) {
    const body = [el("p", { text: `Delete the sheet “${tab.title}” with all its cells? Undo brings it back.` })];
    if (await ask({ title: "Delete this sheet?", body, ok: "Delete" }))
      await this.parts.edit({ op: "deleteTab", sheetId: tab.sheetId });
  }
}

function tool(name, label, run, testid) {
  return el(
    "button",
    {
      type: "button",
      class: "tool round",
      title: label,
      "aria-label": label,
      "data-testid": testid,
      on: { click: run },
    },
    icon(name),
  );
}
