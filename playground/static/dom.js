/** Building nodes without markup: data only ever becomes text or an attribute. */

/**
 * @typedef {Object<string, *>} Props attributes; `text` sets textContent, `on` maps events to listeners
 */

/**
 * Makes an element. A property that is false, null or undefined is left out, `true` becomes an empty attribute.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props} [props]
 * @param {...(Node|string|null|undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function setProp(node, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name === "text") node.textContent = value;
  else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  else if (name === "value" || name === "checked") node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

/**
 * The element with a data-testid; the page's fixed frame is found by these names only.
 * @param {string} name
 * @returns {HTMLElement}
 */
export function part(name) {
  const node = document.querySelector(`[data-part="${name}"]`);
  if (!(node instanceof HTMLElement)) throw new Error(`index.html has no part "${name}"`);
  return node;
}

/**
 * Spreadsheet letters of a zero-based column: 0 is A, 26 is AA.
 * @param {number} column
 * @returns {string}
 */
export function letters(column) {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * Reads an A1 address, or null if it is none.
 * @param {string} text
 * @returns {{row: number, col: number}|null}
 */
export function address(text) {
  const match = /^\s*([a-z]{1,3})([1-9][0-9]{0,7})\s*$/i.exec(text);
  if (!match) return null;
  const col = [...match[1].toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, col };
}
