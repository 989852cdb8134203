import { execFileSync } from 'node:child_process';
import { cpus, totalmem, release } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** @typedef {import('./pairs.mjs').Result} Result */
/** @typedef {Result & { at?: string, commit?: string }} Recorded a part that was measured by itself says when and what */
/** @typedef {{ at: string, commit: string, machine: ReturnType<typeof machine>, targets: Record<string, Recorded> }} Report */

export function machine() {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    kernel: release(),
    node: process.version,
  };
}

/** @returns {string} the commit, with `+` where files differ from it */
export function commit() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** @type {Record<string, string>} */
export const titles = {
  P1: 'License check against B6 and one signature',
  P2: 'Activation against B7',
  P3: 'List of 25 licenses against B6 with the same rows',
  P4: 'Sign-in against argon2id alone (B10)',
  P5: 'Outbox relay against B8; the consumer against B9 is P5b',
  P5b: 'Event consumer with inbox against B9',
  P6: 'Commit to effect in another service, at 100 events/s',
  P7: 'Device check-in with nothing to do against B1',
  P8: 'Command to a connected device, with a fleet connected',
  P9: 'One file of 4 GB, resumable, against B11: bytes from HTTP to disk',
  P10: 'Growth: time with the most rows against the fewest',
  P11: 'Two instances against one',
  P12: 'Memory when idle, and a warm start',
  P13: 'Portal: script of the sign-in page; licenses page until it can be used, CPU slowed 4×',
};

/** @param {Report} report */
export function markdown({ at, commit, machine, targets }) {
  const { cpu, cores, memoryGb, kernel, node } = machine;
  const cell = (/** @type {number | null} */ value) => (value === null ? '–' : String(value));
  const rows = Object.entries(targets).map(([name, t]) =>
    [
      `${name}${t.commit && t.commit !== commit ? ` (${t.commit})` : ''}`,
      titles[name] ?? '',
      cell(t.ratio),
      t.min === null ? '–' : `${t.min} – ${t.max}`,
      cell(t.cpuRatio),
      cell(t.p50),
      cell(t.p99),
      t.must,
      t.goal,
      `${t.pass ? 'yes' : '**no**'}${t.details?.noisy ? ' (noisy)' : ''}`,
    ].join(' | '),
  );
  return `# Results of \`npm run bench\`

${at}, commit ${commit}. ${cpu}, ${cores} cores, ${memoryGb} GB, Linux ${kernel}, Node ${node}. The load comes from the same machine.

Ratio: rate of the product to that of the baseline, median of the pairs, with the least and the greatest pair. CPU: processor
time for each operation over all processes, product to baseline. p50 and p99 in milliseconds, at half of the peak.

| | What | Ratio | Min – max | CPU | p50 | p99 | Must | Goal | Reached |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}

${Object.entries(targets)
  .map(([name, t]) => detailsOf(name, t))
  .join('\n')}`;
}

/** @param {string} name @param {Recorded} target */
function detailsOf(name, { details = {} }) {
  const text = (/** @type {unknown} */ value) =>
    value && typeof value === 'object' ? JSON.stringify(value).replaceAll('"', '') : String(value);
  return `- **${name}** ${Object.entries(details)
    .map(([key, value]) => `${key} ${text(value)}`)
    .join('; ')}`;
}
