/** A drop-down menu: one at a time, by pointer or keyboard. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {{label: string, run?: () => void, icon?: string, hint?: string, disabled?: boolean, checked?: boolean, testid?: string}} Item
 * @typedef {Item | "line"} Entry
 */

let open = null;

/**
 * Opens a menu under an element or at a point, kept inside the window.
 * @param {HTMLElement|{x: number, y: number}} anchor
 * @param {Entry[]} entries
 * @param {string} [label] for screen readers
 */
export function openMenu(anchor, entries, label = "Menu") {
  const again = open?.anchor === anchor;
  closeMenu();
  if (again) return;
  const node = el("div", { class: "menu", role: "menu", "aria-label": label, tabindex: -1 }, ...entries.map(draw));
  document.body.append(node);
  open = { anchor, node, back: document.activeElement };
  position(node, anchor);
  node.addEventListener("keydown", keys);
  (node.querySelector("button:not(:disabled)") ?? node).focus();
  addEventListener("pointerdown", outside, true);
  addEventListener("blur", closeMenu);
}

/** Closes the open menu, if any, and gives the focus back. */
export function closeMenu() {
  if (!open) return;
  const { node, back } = open;
  open = null;
  const had = node.contains(document.activeElement);
  node.remove();
  removeEventListener("pointerdown", outside, true);
  removeEventListener("blur", closeMenu);
  if (had && back instanceof HTMLElement) back.focus();
}

function draw(entry) {
  if (entry === "line") return el("div", { class: "menu-line", role: "separator" });
  const sign = entry.checked ? icon("check", 16) : entry.icon ? icon(entry.icon, 18) : null;
  const props = {
    class: "menu-item",
    role: "menuitem",
    type: "button",
    disabled: entry.disabled,
    "data-testid": entry.testid,
  };
  const button = el(
    "button",
    props,
    el("span", { class: "menu-icon" }, sign),
    el("span", { class: "menu-label", text: entry.label }),
  );
  if (entry.hint) button.append(el("span", { class: "menu-hint", text: entry.hint }));
  button.addEventListener("click", () => {
    closeMenu();
    entry.run?.();
  });
  return button;
}

function position(node, anchor) {
  const at =
    anchor instanceof HTMLElement
      ? anchor.getBoundingClientRect()
      : { left: anchor.x, right: anchor.x, bottom: anchor.y, top: anchor.y };
  const { width, height } = node.getBoundingClientRect();
  const left = at.left + width > innerWidth - 8 ? Math.max(8, at.right - width) : at.left;
  const top = at.bottom + height > innerHeight - 8 ? Math.max(8, at.top - height) : at.bottom;
  Object.assign(node.style, { left: `${left}px`, top: `${top}px` });
}

function keys(event) {
  event.stopPropagation();
  if (event.key === "Escape" || event.key === "Tab") closeMenu();
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
  else return;
  event.preventDefault();
}

function move(by) {
  const items = [...open.node.querySelectorAll("button:not(:disabled)")];
  const at = items.indexOf(document.activeElement);
  items[(at + by + items.length) % items.length]?.focus();
}

function outside(event) {
  if (open.node.contains(event.target)) return;
  if (open.anchor instanceof HTMLElement && open.anchor.contains(event.target)) return;
  closeMenu();
}
