import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync } from 'node:fs';

/** @param {string} file @param {number} from @returns {string} the last lines written since `from` */
export function logTail(file, from = 0, lines = 12) {
  if (!existsSync(file)) return '';
  const descriptor = openSync(file, 'r');
  try {
    const size = fstatSync(descriptor).size;
    const start = Math.max(from, size - 8192);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps the log of the run before, and no more. @param {string} file */
export function rotateLog(file) {
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, '.previous.log'));
}
