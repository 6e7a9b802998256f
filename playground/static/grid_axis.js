/** Where rows or columns lie, in pixels: sizes summed up once, questions answered by bisection. */

export class Axis {
  /**
   * @param {number} count how many lines
   * @param {(index: number) => number} sizeOf pixels of one line; 0 hides it
   */
  constructor(count, sizeOf) {
    this.count = count;
    this.sums = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) this.sums[index + 1] = this.sums[index] + sizeOf(index);
  }

  /** @returns {number} pixels of all lines together */
  get total() {
    return this.sums[this.count];
  }

  /** @param {number} index @returns {number} pixels before this line */
  offset(index) {
    return this.sums[Math.max(0, Math.min(index, this.count))];
  }

  /** @param {number} index @returns {number} */
  size(index) {
    return index >= 0 && index < this.count ? this.sums[index + 1] - this.sums[index] : 0;
  }

  /** @param {number} pixels @returns {number} the visible line there, the nearest one if it lies outside */
  at(pixels) {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle + 1] > pixels) high = middle;
      else low = middle + 1;
    }
    return this.size(low) > 0 ? low : this.step(low, -1);
  }

  /** The next visible line in a direction, or this one when there is none. @param {number} index @param {1|-1} by */
  step(index, by) {
    for (let next = index + by; next >= 0 && next < this.count; next += by) if (this.size(next) > 0) return next;
    return Math.max(0, Math.min(index, this.count - 1));
  }

  /** Visible lines in [first, last]. @param {number} first @param {number} last @param {number} most @returns {number[]} */
  visible(first, last, most) {
    const lines = [];
    for (let index = Math.max(0, first); index <= last && index < this.count && lines.length < most; index += 1) {
      if (this.size(index) > 0) lines.push(index);
    }
    return lines;
  }
}
