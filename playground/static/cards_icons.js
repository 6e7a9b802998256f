/** Icons drawn for the playground: Google's known names and a few material names, as strokes on a 24 by 24 grid. */

import { el } from "./cards_element.js";
import { object, safePicture, text, word } from "./cards_model.js";

const SVG = "http://www.w3.org/2000/svg";

/** Each line is one path; a trailing `z` closes it. */
const SHAPES = {
  dot: ["M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"],
  plane: ["M3 13.5l8-4V5a1.2 1.2 0 0 1 2.4 0v4.5l7.6 4v2l-7.6-2.3V18l2.3 1.7V21l-3.5-1-3.5 1v-1.3L11 18v-4.8L3 15.5z"],
  bookmark: ["M6 3.5h12V21l-6-4-6 4z"],
  bus: ["M5 4h14v13H5z", "M5 11h14M8 17v2.5M16 17v2.5M8 14h.5M15.5 14h.5"],
  car: ["M4 12l2-6h12l2 6v6H4z", "M4 12h16M6.5 18v2M17.5 18v2M7 15h1.5M15.5 15H17"],
  clock: ["M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", "M12 7v5.3l3.5 2"],
  ticket: ["M3 7h18v3.2a1.9 1.9 0 0 0 0 3.6V17H3v-3.2a1.9 1.9 0 0 0 0-3.6z", "M14 8v1.5M14 11.3v1.5M14 14.5V16"],
  page: ["M6 3h8l4.5 4.5V21H6z", "M13.5 3.5V8h4.5M9 12h6.5M9 15.5h6.5"],
  dollar: ["M12 3v18", "M16.5 7.5C16 6 14.3 5.3 12 5.3c-2.6 0-4.5 1.2-4.5 3.2 0 4.6 9.3 2.2 9.3 7 0 2-2 3.3-4.8 3.3-2.6 0-4.5-1-5-2.8"],
  mail: ["M3 5.5h18v13H3z", "M3.5 6l8.5 7 8.5-7"],
  microphone: ["M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3z", "M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21"],
  seat: ["M7 4v9h10V4", "M4.5 9v8h15V9M7 17v3M17 17v3"],
  landing: ["M4 20h16", "M4 8l1.5.5 1.5 3 4 1.2V6l1.8.5 3 7.2 3.6 1.1c1.8.6 1.5 2.5-.6 2L5.5 13z"],
  takeoff: ["M4 20h16", "M3 12l1.5-.6 2.5 1.6 3.5-1.5L6.5 6l1.8-.7 6.2 5 4-1.6c1.9-.7 2.7 1 1 1.9L7 16.5z"],
  bed: ["M3 6v12M3 15h18v3M21 15v-3a3 3 0 0 0-3-3h-7v6", "M7 9.2a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 1 0 0-3.4z"],
  pin: ["M12 3a6.5 6.5 0 0 0-6.5 6.5C5.5 14.5 12 21 12 21s6.5-6.5 6.5-11.5A6.5 6.5 0 0 0 12 3z", "M12 7.3a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4z"],
  card: ["M3 5.5h18v13H3z", "M3 10h18M6.5 15h4"],
  people: ["M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 1 0 9 5z", "M2.5 19v-1.5c0-2.3 3-3.7 6.5-3.7s6.5 1.4 6.5 3.7V19z", "M15.5 5.3a3.2 3.2 0 0 1 0 6M18 14.3c2.1.6 3.5 1.7 3.5 3.2V19h-3"],
  tag: ["M3.5 3.5h8l9 9-8 8-9-9z", "M7.5 6.7a.8.8 0 1 0 0 1.6a.8.8 0 1 0 0-1.6z"],
  person: ["M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z", "M4 20v-1.5C4 16 7.5 14.3 12 14.3s8 1.7 8 4.2V20z"],
  phone: ["M6.5 3.5l3 .8.8 4-2.2 2a13 13 0 0 0 5.6 5.6l2-2.2 4 .8.8 3c0 1.7-1.3 3-3 3C10 20.5 3.5 14 3.5 6.5c0-1.7 1.3-3 3-3z"],
  fork: ["M7 3v18M4.5 3v5a2.5 2.5 0 0 0 5 0V3M17 21V3c-2.5 1.2-3.5 4-3.5 7v3.5H17"],
  cart: ["M2.5 4H5l3 11h9.5L20.5 7H6", "M9 18.3a1 1 0 1 0 0 2a1 1 0 1 0 0-2zM16.5 18.3a1 1 0 1 0 0 2a1 1 0 1 0 0-2z"],
  star: ["M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z"],
  store: ["M4 4h16l1.2 5.5a2.6 2.6 0 0 1-4.6 1.5 2.9 2.9 0 0 1-4.6 0 2.9 2.9 0 0 1-4.6 0 2.6 2.6 0 0 1-4.6-1.5z", "M5 12.5V20h14v-7.5M9.5 20v-4.5h5V20"],
  train: ["M6 3.5h12v13H6z", "M6 10h12M9 13.5h.5M14.5 13.5h.5M8.5 16.5L6 20.5M15.5 16.5l2.5 4"],
  camera: ["M3 6.5h12.5v11H3z", "M15.5 10.5L21 7.5v9l-5.5-3"],
  play: ["M7.5 4.5l11 7.5-11 7.5z"],
  video: ["M3 4.5h18v15H3z", "M10 8.5l5.5 3.5-5.5 3.5z"],
  send: ["M3.5 4.5L21 12 3.5 19.5l2.5-7.5z", "M6 12h7"],
  broom: ["M19.5 3.5l-6.5 8", "M9 9.5l7 5.5c-1.5 3-3 5-5 6l-8-6c2.5-.8 4.5-2.5 6-5.5z", "M7.5 18l1.5-2"],
  refresh: ["M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9", "M19.5 4v5h-5"],
  check: ["M4.5 12.5l5 5 10-10.5"],
  checkCircle: ["M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", "M7.5 12.3l3.2 3.2 6-6.3"],
  close: ["M5.5 5.5l13 13M18.5 5.5l-13 13"],
  add: ["M12 5v14M5 12h14"],
  edit: ["M4 20l.8-4L16 4.8l3.2 3.2L8 19.2z", "M13.5 7.3l3.2 3.2"],
  bin: ["M5 6.5h14M9 6.5V4h6v2.5M6.5 6.5l1 14h9l1-14"],
  gear: ["M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z", "M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8"],
  search: ["M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z", "M15.3 15.3L20.5 20.5"],
  calendar: ["M4 5.5h16V20H4z", "M4 10h16M8 3v4M16 3v4"],
  link: ["M10 8H7.5a4 4 0 0 0 0 8H10M14 8h2.5a4 4 0 0 1 0 8H14M8.5 12h7"],
  chart: ["M4 20h16M6.5 17v-6M12 17V5M17.5 17V8.5"],
  info: ["M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", "M12 11v6M12 7.3v.5"],
  warning: ["M12 4L2.5 20h19z", "M12 10v5M12 17.3v.5"],
  pause: ["M8.5 5v14M15.5 5v14"],
  stop: ["M6 6h12v12H6z"],
  block: ["M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", "M5.7 5.7l12.6 12.6"],
  undo: ["M8.5 5L4 9.5 8.5 14", "M4.5 9.5H14a5 5 0 0 1 0 10H8"],
  eye: ["M2.5 12C4.5 8 8 5.8 12 5.8s7.5 2.2 9.5 6.2c-2 4-5.5 6.2-9.5 6.2S4.5 16 2.5 12z", "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"],
  flame: ["M12 3c.5 4 5.5 6 5.5 11a5.5 5.5 0 0 1-11 0c0-2 1-3.5 2.3-4.5.2 1.5.8 2.3 1.7 2.5C10 9 10.5 5.5 12 3z"],
  bulb: ["M12 3a6 6 0 0 0-3 11.2V17h6v-2.8A6 6 0 0 0 12 3z", "M9.5 20h5"],
  bolt: ["M13 3L5.5 13.5H11L10 21l8-11h-5.5z"],
  flag: ["M6 21V4h12l-2.5 4L18 12H6"],
  table: ["M3.5 4.5h17v15h-17z", "M3.5 9.5h17M3.5 14.5h17M9.5 9.5v10"],
  more: ["M12 5.5h.01M12 12h.01M12 18.5h.01"],
  back: ["M19.5 12h-15M11 5.5L4.5 12l6.5 6.5"],
  down: ["M6.5 9.5L12 15l5.5-5.5"],
  home: ["M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z"],
};

const KNOWN = {
  AIRPLANE: "plane", BOOKMARK: "bookmark", BUS: "bus", CAR: "car", CLOCK: "clock", CONFIRMATION_NUMBER_ICON: "ticket",
  DESCRIPTION: "page", DOLLAR: "dollar", EMAIL: "mail", EVENT_PERFORMER: "microphone", EVENT_SEAT: "seat",
  FLIGHT_ARRIVAL: "landing", FLIGHT_DEPARTURE: "takeoff", HOTEL: "bed", HOTEL_ROOM_TYPE: "bed", INVITE: "calendar",
  MAP_PIN: "pin", MEMBERSHIP: "card", MULTIPLE_PEOPLE: "people", OFFER: "tag", PERSON: "person", PHONE: "phone",
  RESTAURANT_ICON: "fork", SHOPPING_CART: "cart", STAR: "star", STORE: "store", TICKET: "ticket", TRAIN: "train",
  VIDEO_CAMERA: "camera", VIDEO_PLAY: "video",
};

const MATERIAL = {
  send: "send", cleaning_services: "broom", refresh: "refresh", sync: "refresh", autorenew: "refresh", check: "check",
  done: "check", check_circle: "checkCircle", task_alt: "checkCircle", close: "close", cancel: "close", add: "add",
  edit: "edit", draw: "edit", delete: "bin", settings: "gear", tune: "gear", search: "search", event: "calendar",
  calendar_month: "calendar", calendar_today: "calendar", schedule: "clock", history: "clock", link: "link",
  open_in_new: "link", bar_chart: "chart", analytics: "chart", trending_up: "chart", info: "info", help: "info",
  warning: "warning", error: "warning", pause: "pause", stop: "stop", stop_circle: "stop", block: "block", undo: "undo",
  visibility: "eye", preview: "eye", local_fire_department: "flame", lightbulb: "bulb", auto_awesome: "star",
  bolt: "bolt", flag: "flag", table_chart: "table", table_rows: "table", person: "person", group: "people",
  mail: "mail", email: "mail", forward_to_inbox: "mail", phone: "phone", call: "phone", star: "star", home: "home",
  description: "page", article: "page", attach_money: "dollar", payments: "dollar", location_on: "pin", play_arrow: "play",
  more_vert: "more", arrow_back: "back", expand_more: "down", store: "store", label: "tag", sell: "tag",
};

/**
 * Draw one of our shapes; it says nothing to a screen reader.
 * @param {keyof typeof SHAPES} shape
 * @returns {SVGSVGElement}
 */
export function drawShape(shape) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "gc-svg");
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.shape = shape;
  svg.append(...SHAPES[shape].map(drawPath));
  return svg;
}

/** @param {string} line */
function drawPath(line) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", line);
  return path;
}

/**
 * Draw a card's icon: known, material or by address.
 * @param {any} icon
 * @returns {HTMLElement | null} null where the card names none
 */
export function drawIcon(icon) {
  const given = object(icon);
  const label = iconName(given);
  if (given.iconUrl) return picture(given, label);
  if (!given.knownIcon && !given.materialIcon) return null;
  const filled = object(given.materialIcon).fill === true;
  const box = el("span", { class: filled ? "gc-icon gc-icon-filled" : "gc-icon" }, drawShape(shapeOf(given)));
  if (given.altText) assignImage(box, label);
  return box;
}

/**
 * Say what an icon stands for: its alternative text, else its name in words.
 * @param {any} icon
 */
export function iconName(icon) {
  const given = object(icon);
  const name = text(given.knownIcon) || text(object(given.materialIcon).name);
  return text(given.altText) || name.replaceAll("_", " ").toLowerCase();
}

/** @param {Record<string, any>} icon @returns {keyof typeof SHAPES} */
function shapeOf(icon) {
  const known = text(icon.knownIcon);
  if (Object.hasOwn(KNOWN, known)) return /** @type {any} */ (KNOWN)[known];
  const material = text(object(icon.materialIcon).name);
  return Object.hasOwn(MATERIAL, material) ? /** @type {any} */ (MATERIAL)[material] : "dot";
}

/** @param {HTMLElement} box @param {string} label */
function assignImage(box, label) {
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", label);
}

/** @param {Record<string, any>} icon @param {string} label */
function picture(icon, label) {
  const round = word(["SQUARE", "CIRCLE"], icon.imageType) === "CIRCLE";
  const box = el("span", { class: round ? "gc-icon gc-round" : "gc-icon" });
  const url = safePicture(icon.iconUrl);
  const fallback = () => box.replaceChildren(drawShape("dot"));
  if (url) box.append(el("img", { src: url, alt: label, referrerpolicy: "no-referrer", onerror: fallback }));
  else fallback();
  if (!url && label) assignImage(box, label);
  return box;
}
