import { appendFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explain } from '../world/problem.mjs';
import { homeOf } from './settings.mjs';

/** Tells what went wrong in one sentence and sets the exit code; the stack of a fault of ours goes to a file. @param {unknown} error */
export function tell(error) {
  process.exitCode = 1;
  const problem = explain(error);
  if (problem) {
    if (problem.detail) console.error(`\n${indent(problem.detail)}`);
    console.error(`\n✗ ${problem.message}`);
  } else {
    console.error(
      `\n✗ Something unexpected went wrong (${error instanceof Error ? error.message : error}); the details are in ${keep(error)}.`,
    );
  }
}

/** @param {unknown} error @returns {never} */
export function exitOnProblem(error) {
  tell(error);
  process.exit();
}

/** @param {unknown} error @returns {string} file */
function keep(error) {
  const text = `${new Date().toISOString()} ${error instanceof Error ? error.stack : error}\n`;
  for (const folder of [join(homeOf(), 'logs'), tmpdir()]) {
    try {
      mkdirSync(folder, { recursive: true });
      const file = join(folder, 'start.log');
      appendFileSync(file, text);
      return file;
    } catch {
      // a full or read-only disk: the next folder
    }
  }
  return 'no file, as none can be written';
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
