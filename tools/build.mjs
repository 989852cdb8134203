#!/usr/bin/env node
/** `npm run build`: compiles every project that has changed. `--force` asks nx even when nothing seems to have. */
import { rmSync } from 'node:fs';
import { build, stamp } from './start/4-build.mjs';
import { exitOnProblem } from './start/exit.mjs';

try {
  if (process.argv.includes('--force')) rmSync(stamp, { force: true });
  console.log(`Build: ${await build((line) => console.log(line))}`);
} catch (error) {
  exitOnProblem(error);
}
