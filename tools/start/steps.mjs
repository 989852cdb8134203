/**
 * How the steps of the start speak: one line each, with its time, and what they are doing meanwhile.
 * @typedef {(line: string) => void} Say
 * @typedef {{ name: string, run: (say: Say) => Promise<string | void> }} Step  may answer with a word about the result
 */

/** Runs the steps in order, those of an inner list side by side. @param {(Step | Step[])[]} steps */
export async function runSteps(steps) {
  const all = steps.flat();
  for (const group of steps) {
    const ended = await Promise.allSettled(
      [group]
        .flat()
        .map((step) => runStep(step, `${String(all.indexOf(step) + 1).padStart(2)}/${all.length}`)),
    );
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }
}

/** @param {Step} step @param {string} number */
async function runStep({ name, run }, number) {
  const began = performance.now();
  const label = `${number}  ${name}`;
  const beat = setInterval(() => write(`       … ${name.toLowerCase()}, ${seconds(began)} s so far`), 15_000);
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

/** @param {number} since */
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/** @param {string} line */
function write(line) {
  process.stdout.write(`${line}\n`);
}
