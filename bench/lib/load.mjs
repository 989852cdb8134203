// @ts-expect-error it has no types
import autocannon from 'autocannon';

/**
 * @typedef {object} Asked
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} [headers]
 * @property {string} [body] `[<id>]` in it becomes unique to each request, where the load says so
 */

/**
 * @typedef {object} Load
 * @property {string} url
 * @property {Asked[]} requests each connection begins at another one
 * @property {number} connections
 * @property {boolean} [unique]
 * @property {number} [perSecond] where one request takes long: so many times the seconds are asked in place of what is
 *   answered within them, and the run ends with the last answer. What is unanswered at the end of a run would otherwise be
 *   lost for it, and be work in the next
 */

/** How often autocannon sums up, and sees that it is done. Milliseconds; too rough for the length of a short run. */
const LOOK_EVERY_MS = 500;

/** As fast as it goes: every connection asks as soon as it has its answer. @param {Load} load @param {number} seconds @returns {Promise<import('./processes.mjs').Ran>} */
export async function fire({ url, requests, connections, unique = false, perSecond }, seconds) {
  let started = 0;
  let last = 0;
  const began = performance.now();
  const result = await autocannon({
    url,
    connections,
    ...(perSecond
      ? { amount: Math.max(connections, Math.round(perSecond * seconds)) }
      : { duration: seconds }),
    timeout: 20,
    idReplacement: unique,
    sampleInt: LOOK_EVERY_MS,
    setupClient: (
      /** @type {{ setRequests(requests: object[]): void, on(event: 'response', seen: () => void): void }} */ client,
    ) => {
      const from = Math.floor((started++ * requests.length) / connections);
      // Copies: it writes the length of the body into the headers.
      client.setRequests(structuredClone([...requests.slice(from), ...requests.slice(0, from)]));
      client.on('response', () => (last = performance.now()));
    },
  });
  return {
    operations: result['2xx'],
    seconds: perSecond ? (last - began) / 1_000 : result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
