/**
 * How the steps of the start speak: one line each, with its time, and what they are doing meanwhile.
 * @typedef {(line: string) => void} Say
 * @typedef {{ name: string, run: (say: Say) => Promise<string | void> }} Step  may answer with a word about the result
 */

/** Runs the steps in order. @param {Step[]} steps */
export async function runSteps(steps) {
  for (const [index, { name, run }] of steps.entries()) {
    const began = performance.now();
    const label = `${String(index + 1).padStart(2)}/${steps.length}  ${name}`;
    const beat = setInterval(
      () => write(`       … ${name.toLowerCase()}, ${seconds(began)} s so far`),
      15_000,
    );
    try {
      const result = await run((line) => write(`       ${line}`));
      write(`${label.padEnd(34)} ${seconds(began).padStart(6)} s  ${result ?? ''}`.trimEnd());
    } catch (error) {
      write(`${label.padEnd(34)} ${seconds(began).padStart(6)} s  failed`);
      throw error;
    } finally {
      clearInterval(beat);
    }
  }
}

/** @param {number} since */
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/** @param {string} line */
function write(line) {
  process.stdout.write(`${line}\n`);
}
