/** Elements without markup strings: everything the sidebar shows is made here, so nothing can be injected. */

/** @typedef {string | Node | null | undefined | false} Child */

let made = 0;

/**
 * Return an id that no other element of the page has.
 * @param {string} stem
 */
export function uniqueId(stem) {
  made += 1;
  return `gc-${stem}-${made}`;
}

/**
 * Build an element. `onclick` and the like are listeners, `class`, `text`, `testid` and `value` mean what they say,
 * `true` is a bare attribute and `false`, `null`, `undefined` and `""` leave it out.
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...Child} children
 * @returns {any}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) assign(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** @param {any} element @param {string} name @param {any} value */
function assign(element, name, value) {
  if (typeof value === "function") element.addEventListener(name.slice(2), value);
  else if (name === "text") element.textContent = value ?? "";
  else if (name === "value" && "value" in element) element.value = value ?? "";
  else if (name === "checked") element.checked = Boolean(value);
  else if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined && value !== "")
    element.setAttribute(name === "testid" ? "data-testid" : name, String(value));
}

/**
 * Show plain text exactly as it is, each in its own direction.
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 * @param {Record<string, any>} [more]
 */
export function plain(tag, className, text, more = {}) {
  return el(tag, { class: className, dir: "auto", text, ...more });
}
