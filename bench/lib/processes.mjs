import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Ticks of the process accounting; the kernel's USER_HZ, which is 100 on every Linux. */
const MICROSECONDS_PER_TICK = 10_000;

/**
 * What processes and all their descendants have used of the processors so far, those that have ended included.
 * @param {readonly number[]} roots
 * @returns {number} microseconds
 */
export function cpuOf(roots) {
  return treeOf(roots).reduce((sum, pid) => sum + ticksOf(pid) * MICROSECONDS_PER_TICK, 0);
}

/** Memory that is theirs, shared pages by their share (PSS). @param {readonly number[]} roots @returns {number} bytes */
export function memoryOf(roots) {
  return treeOf(roots).reduce((sum, pid) => sum + rollup(pid, 'Pss'), 0);
}

/** @param {number} pid @returns {number} bytes, as `ps` shows them */
export const residentOf = (pid) => rollup(pid, 'Rss');

/** @param {readonly number[]} roots @returns {number[]} */
function treeOf(roots) {
  const all = new Set(roots);
  // A Set's iteration also visits what is added to it on the way; a root may be another one's child.
  for (const pid of all) for (const child of childrenOf(pid)) all.add(child);
  return [...all];
}

/** @param {number} pid */
function childrenOf(pid) {
  const text = read(`/proc/${pid}/task/${pid}/children`).trim();
  return text ? text.split(' ').map(Number) : [];
}

/** @param {number} pid user and system time, of it and of its children that were waited for */
function ticksOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** @param {number} pid @param {string} name */
function rollup(pid, name) {
  const match = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/smaps_rollup`));
  return match ? Number(match[1]) * 1_024 : 0;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}

/**
 * @typedef {object} Ran one run of a load
 * @property {number} operations
 * @property {number} seconds
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} [failed]
 */

/** A process of a baseline. */
export class Raw {
  /** @param {import('node:child_process').ChildProcess} child @param {{ port?: number }} facts */
  constructor(child, facts) {
    this.child = child;
    this.pid = /** @type {number} */ (child.pid);
    this.url = `http://127.0.0.1:${facts.port}`;
  }

  /** @param {string} name file in bench/raw @param {object} [settings] */
  static async start(name, settings = {}) {
    const child = fork(fileURLToPath(new URL(`../raw/${name}.mjs`, import.meta.url)), {
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    });
    const facts = next(child, name);
    child.send(settings);
    return new Raw(child, await facts);
  }

  /** Runs its loop. @param {number} seconds @returns {Promise<Ran>} */
  run(seconds) {
    return this.ask({ seconds });
  }

  /** @param {object} question @returns {Promise<Ran>} */
  async ask(question) {
    const answer = next(this.child, 'a baseline');
    this.child.send(question);
    return (await answer).done;
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    if (this.child.exitCode === null && this.child.signalCode === null) await ended;
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {string} name @returns {Promise<any>} */
function next(child, name) {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${name} has ended`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
