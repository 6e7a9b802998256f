/** Calls through the playground's host to the add-on. Each is logged; none throws: a failure is an answer too. */

import { postJson } from "./api.js";

const WENT_WRONG = "Something went wrong when executing the add-on.";

/** @typedef {Object<string, *> & {ok: boolean}} Answer */

export class Host {
  /** @param {{place: () => {user: string, file: string|null}, log: (line: import("./shell_log.js").Line) => void}} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /** @returns {Promise<Answer>} the homepage */
  open() {
    return this.call("open", {});
  }

  /** @returns {Promise<Answer>} what follows the user's Allow for this file */
  grant() {
    return this.call("grant", {});
  }

  /**
   * @param {string[]} scopes those the user ticked @param {string[]} wanted those he was asked for
   * @returns {Promise<Answer>} the last request's answer, asked again
   */
  consent(scopes, wanted) {
    return this.call("consent", { scopes, asked: wanted });
  }

  /** @param {number} index @returns {Promise<Answer>} */
  universal(index) {
    return this.call("universal", { index });
  }

  /** @param {Object} action as the card has it @param {Object<string, *>} formInputs @returns {Promise<Answer>} */
  action(action, formInputs) {
    return this.call("action", asked(action, formInputs));
  }

  /** @param {Object} action @param {Object<string, *>} formInputs @returns {Promise<string[]>} */
  async suggest(action, formInputs) {
    const answer = await this.call("suggest", asked(action, formInputs));
    return answer.suggestions ?? [];
  }

  async call(entry, body) {
    const started = performance.now();
    const answer = await postJson(`/play/host/${entry}`, { ...this.parts.place(), ...body }).catch(failure);
    const ms = answer.took_ms ?? Math.round(performance.now() - started);
    this.parts.log({ entry, target: target(body.function), ms, answer });
    return answer;
  }
}

function asked(action, formInputs) {
  return { function: action.function, parameters: parameters(action.parameters), formInputs };
}

/** A card lists parameters; of two with one key the last counts. */
function parameters(list) {
  return Object.fromEntries((list ?? []).map(({ key, value }) => [key, value ?? ""]));
}

function failure(error) {
  return { ok: false, message: WENT_WRONG, detail: [error.message] };
}

/** The log shows the path alone: hosts are all the same here. */
function target(url) {
  return URL.canParse(url ?? "") ? new URL(url).pathname : "";
}
