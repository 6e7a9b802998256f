/** The page's only way to the playground: JSON over the same origin. */

export class ApiError extends Error {
  /** @param {number} status HTTP status, 0 when the playground could not be reached @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @param {string} path @returns {Promise<any>} @throws {ApiError} */
export function getJson(path) {
  return ask(path, { headers: { Accept: "application/json" } });
}

/** @param {string} path @param {Object} body @returns {Promise<any>} @throws {ApiError} */
export function postJson(path, body) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

async function ask(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new ApiError(0, "The playground does not answer. Is it still running?");
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, reason(answer, response.status));
  return answer;
}

function reason(answer, status) {
  const said = answer.message ?? answer.error?.message ?? answer.error;
  return typeof said === "string" && said ? said : `The playground answered ${status}.`;
}
