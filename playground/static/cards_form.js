/** The form of one card: what the user typed, what is missing, what is sent. */

/**
 * One named input of a card.
 * @typedef {object} Field
 * @property {string} name
 * @property {string} identity what must be equal for a typed value to survive an updateCard
 * @property {() => any} state what the user sees, for `restore`
 * @property {(state: any) => void} restore
 * @property {() => string[] | Record<string, string>} values for the add-on; empty where nothing was entered
 * @property {() => string} [fault] why the value may not be sent; "" if it may
 * @property {(message: string) => void} [complain] show the fault at the field; "" clears it
 * @property {() => void} [focus]
 */

const REQUIRED = "This field is required";

export class Form {
  /** @type {Field[]} */
  #fields = [];
  /** @type {any[]} */
  #initial = [];

  /** @param {Field} field one without a name is shown but never sent */
  add(field) {
    if (field.name === "") return;
    this.#fields.push(field);
    this.#initial.push(field.state());
  }

  /**
   * Return what the add-on gets: lists of values by name, an object for a date; empty fields are left out.
   * @returns {Record<string, string[] | Record<string, string>>}
   */
  collect() {
    /** @type {Record<string, any>} */
    const inputs = Object.create(null);
    for (const field of this.#fields) {
      const values = field.values();
      if (!isEmpty(values)) inputs[field.name] = join(inputs[field.name], values);
    }
    return { ...inputs };
  }

  /** Put every field back to what the card says. */
  reset() {
    this.#fields.forEach((field, at) => field.restore(this.#initial[at]));
  }

  /**
   * Take over what was typed in the equal fields of an earlier form.
   * @param {Form} earlier
   */
  keep(earlier) {
    const left = earlier.#fields.map((field, at) => ({ field, initial: earlier.#initial[at] }));
    for (const field of this.#fields) {
      const at = left.findIndex((old) => old.field.name === field.name && old.field.identity === field.identity);
      if (at >= 0) field.restore(left.splice(at, 1)[0].field.state());
    }
  }

  /**
   * Show the user what is missing or wrong for this action.
   * @param {Record<string, any>} action
   * @returns {boolean} whether the action may be sent
   */
  check(action) {
    const wrong = this.#fields.filter((field) => this.#complain(field, action));
    wrong[0]?.focus?.();
    return wrong.length === 0;
  }

  /** @param {Field} field @param {Record<string, any>} action */
  #complain(field, action) {
    const needed = action.allWidgetsAreRequired === true || [action.requiredWidgets].flat().includes(field.name);
    const missing = needed && this.#fields.every((other) => other.name !== field.name || isEmpty(other.values()));
    const message = missing ? REQUIRED : field.fault?.() ?? "";
    field.complain?.(message);
    return message !== "";
  }
}

/** @param {string[] | Record<string, string>} values */
function isEmpty(values) {
  return Array.isArray(values) ? values.every((value) => value === "") : Object.keys(values).length === 0;
}

/** @param {any} before @param {any} values */
function join(before, values) {
  return Array.isArray(before) && Array.isArray(values) ? [...before, ...values] : values;
}
