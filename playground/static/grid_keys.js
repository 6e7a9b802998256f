/** The keyboard on the grid: moving, selecting, starting to type. */

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Keys {
  /** @param {import("./grid.js").Grid} grid */
  constructor(grid) {
    this.grid = grid;
    grid.view.root.addEventListener("keydown", (event) => {
      if (event.target === grid.view.root && this.press(event)) event.preventDefault();
    });
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was ours */
  press(event) {
    const withControl = event.ctrlKey || event.metaKey;
    if (event.key in ARROWS) return this.arrow(event, withControl);
    const named = this.named(event, withControl);
    if (named) return named();
    if (withControl) return false;
    return this.type(event);
  }

  named(event, withControl) {
    const { grid } = this;
    const keys = {
      Home: () => this.go(withControl ? 0 : this.from.row, 0, event),
      End: () => this.go(withControl ? grid.view.rows.count - 1 : this.from.row, grid.view.columns.count - 1, event),
      PageUp: () => this.page(-1, event),
      PageDown: () => this.page(1, event),
      Tab: () => this.step(0, event.shiftKey ? -1 : 1),
      Enter: () => this.did(grid.startEdit()),
      F2: () => this.did(grid.startEdit()),
      Delete: () => this.did(grid.clearSelected()),
      Backspace: () => this.did(grid.clearSelected()),
      Escape: () => this.did(grid.forgetCopy()),
    };
    return (
      keys[event.key] ??
      (withControl ? this.control(event) : event.key === " " && event.shiftKey ? () => this.lines("rows") : undefined)
    );
  }

  control(event) {
    const { grid } = this;
    const keys = {
      a: () => this.all(),
      z: () => this.did(grid.undo()),
      " ": () => this.lines("columns"),
    };
    return keys[event.key.toLowerCase()];
  }

  get from() {
    return this.grid.selection.head;
  }

  arrow(event, withControl) {
    const [down, right] = ARROWS[event.key];
    const { rows, columns } = this.grid.view;
    const { row, col } = event.shiftKey ? this.from : this.grid.selection.active;
    if (withControl) return this.go(far(down, row, rows.count), far(right, col, columns.count), event);
    return this.go(down ? rows.step(row, down) : row, right ? columns.step(col, right) : col, event);
  }

  page(by, event) {
    const { view, selection } = this.grid;
    const { row, col } = event.shiftKey ? this.from : selection.active;
    return this.go(view.rows.at(view.rows.offset(row) + by * view.rows.size(row) * view.page), col, event);
  }

  step(down, right) {
    this.grid.step({ row: down, col: right });
    return true;
  }

  go(row, col, event) {
    if (event.shiftKey) this.grid.selection.extend(row, col);
    else this.grid.selection.select(row, col);
    this.grid.selected({});
    return true;
  }

  all() {
    this.grid.selection.selectAll();
    this.grid.selected({ reveal: false });
    return true;
  }

  lines(kind) {
    const { row, col } = this.grid.selection.active;
    this.grid.selection.select(row, col, kind);
    this.grid.selected({ reveal: false });
    return true;
  }

  /** The editor takes the focus before the browser delivers the character, so it lands there; the same with composing keys. */
  type(event) {
    if (event.altKey || (event.key.length !== 1 && event.key !== "Process" && event.key !== "Dead")) return false;
    this.grid.startEdit("");
    return false;
  }

  did() {
    return true;
  }
}

function far(direction, index, count) {
  return direction === 0 ? index : direction < 0 ? 0 : count - 1;
}
