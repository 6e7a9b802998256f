/** Scrolling over sheets taller than a browser can lay out: the bar moves over at most LIMIT pixels. */

const LIMIT = 8_000_000;
const BASE_STEP = 1_000_000;

/**
 * Translates the bar's position to the sheet's. Below LIMIT both are the same and the browser scrolls alone.
 * @typedef {{top: number, base: number, shift: number}} Place `top`: pixels of the sheet above the view; rows are laid out
 *   relative to `base`; their layer is moved down by `shift`
 */

/** @param {number} total pixels of the whole axis @returns {number} pixels to give the scrolled box */
export function boxSize(total) {
  return Math.min(total, LIMIT);
}

/** @param {number} scrollTop @param {number} total @param {number} view pixels visible @returns {Place} */
export function place(scrollTop, total, view) {
  if (total <= LIMIT) return { top: scrollTop, base: 0, shift: 0 };
  const top = (Math.min(scrollTop, LIMIT - view) * (total - view)) / (LIMIT - view);
  const base = Math.floor(top / BASE_STEP) * BASE_STEP;
  return { top, base, shift: scrollTop - (top - base) };
}

/** @param {number} top @param {number} total @param {number} view @returns {number} the scrollTop that shows `top` */
export function scrollFor(top, total, view) {
  return total <= LIMIT ? top : (top * (LIMIT - view)) / (total - view);
}
