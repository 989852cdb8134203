/**
 * How a baseline talks with the bench: settings by IPC, `ready` back, then either HTTP requests arrive at its port, or it
 * is asked to run its loop for so many seconds.
 */

/** @returns {Promise<any>} the settings of this run */
export const settings = () => new Promise((resolve) => process.once('message', resolve));

/** @param {object} [facts] e.g. the port */
export function ready(facts = {}) {
  process.on('disconnect', () => process.exit()); // the bench is gone
  process.send?.({ ready: true, ...facts });
}

/**
 * A closed loop: so many at once, each begins again when it has ended.
 * @param {number} atOnce
 * @param {() => Promise<number | void>} work answers how many operations it was, 1 unless told
 */
export function loop(atOnce, work) {
  process.on('message', async (/** @type {{ seconds: number }} */ { seconds }) => {
    /** @type {number[]} */
    const took = [];
    let operations = 0;
    const began = performance.now();
    const end = began + seconds * 1_000;
    const one = async () => {
      while (performance.now() < end) {
        const from = performance.now();
        // Not `operations += await …`: that would read the sum before it waits.
        const done = await work();
        operations += done ?? 1;
        took.push(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    const lasted = (performance.now() - began) / 1_000;
    took.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => took[Math.floor(share * (took.length - 1))] ?? 0;
    process.send?.({ done: { operations, seconds: lasted, p50: at(0.5), p99: at(0.99) } });
  });
  ready();
}
