/** Icons drawn for this page: each is a list of SVG path strings on a 24 by 24 field. */

const STROKES = {
  undo: ["M8 5 4 9l4 4", "M4 9h9a6 6 0 0 1 0 12h-3"],
  rowAdd: ["M3 5h18v5H3z", "M12 14v7", "M8.5 17.5h7"],
  columnAdd: ["M5 3h5v18H5z", "M14 12h7", "M17.5 8.5v7"],
  rowDelete: ["M3 5h18v5H3z", "m9 14 6 6", "m15 14-6 6"],
  columnDelete: ["M5 3h5v18H5z", "m14 9 6 6", "m20 9-6 6"],
  sortUp: ["M7 4v16", "m4 17 3 3 3-3", "m13 10 3-7 3 7", "M14 8h4", "M13.5 14h5l-5 7h5"],
  sortDown: ["M7 4v16", "m4 17 3 3 3-3", "M13.5 3h5l-5 7h5", "m13 21 3-7 3 7", "M14 19h4"],
  filter: ["M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z"],
  close: ["m6 6 12 12", "M18 6 6 18"],
  plus: ["M12 5v14", "M5 12h14"],
  back: ["M19 12H5", "m11 6-6 6 6 6"],
  mail: ["M3 6h18v12H3z", "m3 7 9 6.5L21 7"],
  down: ["m7 10 5 5 5-5"],
  all: ["M5 7h14", "M5 12h14", "M5 17h14"],
  clock: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M12 7v5l3.5 2"],
  log: ["M5 4h14v16H5z", "M8 9h8", "M8 13h8", "M8 17h5"],
  warn: ["M12 4 2.8 20h18.4z", "M12 10v5", "M12 17.3v.4"],
  check: ["m5 12.5 4.5 4.5L19 7.5"],
  reset: ["M19 12a7 7 0 1 1-2.3-5.2", "M19 3.5V8h-4.5"],
  sheet: ["M6 3h8l4 4v14H6z", "M9 12h6v5H9z", "M9 14.5h6", "M12 12v5"],
  person: ["M12 4.5a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4z", "M4.5 20c.8-4 3.8-5.8 7.5-5.8s6.7 1.8 7.5 5.8"],
  addon: ["M4 15.5 9 10.5l3.5 3.5L20 6.5", "M14.5 6.5H20V12", "M4 20h16"],
};
const FILLS = {
  more: [
    "M12 4.5a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z",
    "M12 10.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z",
    "M12 16.1a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z",
  ],
};
const SVG = "http://www.w3.org/2000/svg";

/**
 * An icon as an SVG element, hidden from screen readers: its button carries the name.
 * @param {keyof STROKES | keyof FILLS} name
 * @param {number} [size] pixels
 * @returns {SVGSVGElement}
 */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 24 24", width: size, height: size, class: "icon", "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value));
  for (const d of STROKES[name] ?? [])
    svg.append(path(d, { fill: "none", stroke: "currentColor", "stroke-width": 1.8 }));
  for (const d of FILLS[name] ?? []) svg.append(path(d, { fill: "currentColor" }));
  return svg;
}

function path(d, attributes) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("d", d);
  node.setAttribute("stroke-linecap", "round");
  node.setAttribute("stroke-linejoin", "round");
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
