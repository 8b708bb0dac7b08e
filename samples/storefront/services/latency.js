/**
 * Waits as long as a remote system would need to answer.
 *
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export function latency(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
