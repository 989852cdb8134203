#!/usr/bin/env node
/**
 * `npm run bench`: the targets of spec/performance.md beside hand-written baselines, on the same machine in the same run.
 *   --only P1,P2    some of the targets; their results join the latest ones
 *   --short         under three minutes, one pair each: prints, never judges, writes nothing
 *   --rounds 5      pairs of baseline and product
 *   --rows 1000000  the most rows of each kind for P10
 *   --profile       a CPU profile of the gateway and the services while they are loaded, and what cost the most
 */
import { parseArgs } from 'node:util';
import { installDependencies } from '../tools/start/3-dependencies.mjs';
import { exitOnProblem } from '../tools/start/exit.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string', default: '1000000' },
    profile: { type: 'boolean', default: false },
  },
});

try {
  await installDependencies(console.log);
  const { runBench } = await import('./lib/session.mjs');
  await runBench(values);
} catch (error) {
  exitOnProblem(error);
}
