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
 */

/** As fast as it goes: every connection asks as soon as it has its answer. @param {Load} load @param {number} seconds @returns {Promise<import('./processes.mjs').Ran>} */
export async function fire({ url, requests, connections, unique = false }, seconds) {
  let started = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 20,
    idReplacement: unique,
    sampleInt: 500,
    setupClient: (/** @type {{ setRequests(requests: object[]): void }} */ client) => {
      const from = Math.floor((started++ * requests.length) / connections);
      // Copies: it writes the length of the body into the headers.
      client.setRequests(structuredClone([...requests.slice(from), ...requests.slice(0, from)]));
    },
  });
  return {
    operations: result['2xx'],
    seconds: result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
