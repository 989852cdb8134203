import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const profiled = ['gateway', 'identity', 'licensing', 'support', 'devices', 'notifications'];
const shown = 25;

/** CPU profiles of the product's own processes while a target loads them. */
export class Profiles {
  folder = mkdtempSync(join(tmpdir(), 'tessera-profiles-'));

  /** For the world: each process of the product loads the profiler. */
  get environment() {
    const options = `--import=${new URL('./profiler.mjs', import.meta.url).href}`;
    return Object.fromEntries(
      profiled.flatMap((name) => [
        [`${name.toUpperCase()}__NODE_OPTIONS`, options],
        [`${name.toUpperCase()}__BENCH_PROFILES`, this.folder],
      ]),
    );
  }

  /** @param {import('./world.mjs').BenchWorld} world */
  async begin(world) {
    for (const pid of world.pids(...profiled)) process.kill(pid, 'SIGUSR2');
    await sleep(200);
  }

  /** @param {import('./world.mjs').BenchWorld} world @param {string} target @param {(line: string) => void} say */
  async end(world, target, say) {
    const pids = world.pids(...profiled);
    for (const pid of pids) process.kill(pid, 'SIGUSR2');
    await sleep(3_000);
    for (const [index, pid] of pids.entries()) {
      const profile = readProfile(join(this.folder, `${pid}.cpuprofile`));
      const busy = profile && tell(profile);
      // Who was hardly asked tells nothing about the target.
      if (busy && busy.share > 0.1)
        say(`\n${target} ${profiled[index]}, busy ${(busy.share * 100).toFixed(0)} %\n${busy.text}`);
    }
    say(`    profiles in ${this.folder}`);
  }
}

/** @param {string} file @returns {any} */
function readProfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Time by function itself, and by package. @param {any} profile */
function tell({ nodes, samples, timeDeltas }) {
  /** @type {Map<number, any>} */
  const byId = new Map(nodes.map((/** @type {any} */ node) => [node.id, node.callFrame]));
  /** @type {Map<string, number>} */
  const functions = new Map();
  /** @type {Map<string, number>} */
  const packages = new Map();
  const add = (
    /** @type {Map<string, number>} */ to,
    /** @type {string} */ key,
    /** @type {number} */ time,
  ) => to.set(key, (to.get(key) ?? 0) + time);
  let all = 0;
  let idle = 0;
  samples.forEach((/** @type {number} */ id, /** @type {number} */ n) => {
    const frame = byId.get(id);
    const time = timeDeltas[n];
    all += time;
    if (frame.functionName === '(idle)') idle += time;
    else {
      const { url, lineNumber } = sourceOf(frame);
      add(functions, `${frame.functionName || '(anonymous)'}  ${placeOf(url)}:${lineNumber + 1}`, time);
      add(packages, packageOf(url, frame.functionName), time);
    }
  });
  const busy = all - idle;
  const top = (/** @type {Map<string, number>} */ of) =>
    [...of]
      .sort(([, a], [, b]) => b - a)
      .slice(0, shown)
      .map(([name, time]) => `  ${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name}`)
      .join('\n');
  return { share: busy / all, text: `${top(packages)}\n  by function\n${top(functions)}` };
}

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

/**
 * Where a function stood before it went into the service's one program. Lines count from 0.
 * @param {{ url: string, lineNumber: number, columnNumber: number }} frame
 */
function sourceOf({ url, lineNumber, columnNumber }) {
  if (!maps.has(url)) {
    const file = url.startsWith('file:') ? `${fileURLToPath(url)}.map` : '';
    maps.set(url, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
  }
  const entry = maps.get(url)?.findEntry(lineNumber, columnNumber);
  if (!entry || !('originalSource' in entry)) return { url, lineNumber };
  return { url: new URL(entry.originalSource, url).href, lineNumber: entry.originalLine };
}

/** @param {string} url */
const placeOf = (url) =>
  url
    .replace(/^.*\/node_modules\//, '')
    .replace(/^file:\/\/.*?\/(?=platform|gateway|services|contracts|sdk)/, '');

/** @param {string} url @param {string} name */
function packageOf(url, name) {
  if (!url) return name.startsWith('(') ? name : '(native)';
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  const inside = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  return inside ? inside[1] : placeOf(url).split('/').slice(0, 2).join('/');
}
