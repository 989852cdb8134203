import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inlineSchema, registry, requestsOf, type RequestContract } from '@tessera/contracts/kit';
import { buildInfo } from './metrics.js';

/** Which build a process is: two that differ in a line of code differ here. */
export interface BuildInfo {
  /** The service. */
  name: string;
  /** Of the service's own package.json, not of the platform's. */
  version: string;
  /** Of the checkout that was packed; `-dirty` behind it when that had changes of its own. */
  commit: string;
  /** A hash of the packed program. */
  build: string;
  /** Two instances with one hash answer the same requests. */
  contracts: string;
}

interface Manifest {
  version: string;
  /** What tools/pack.mjs has written into the packed copy. */
  tessera?: { commit: string; build: string };
}

/** Not packed, as in `npm start` and in tests. */
const UNPACKED = { commit: 'unpacked', build: 'unpacked' };

/** @param from `import.meta.url` of a module of the service: the nearest package.json is its own, in the one program as well */
export function readBuildInfo(name: string, from: string): BuildInfo {
  const { version, tessera } = manifestAbove(fileURLToPath(from));
  const info = { name, version, ...UNPACKED, ...tessera, contracts: contractHash(name) };
  buildInfo.reset();
  buildInfo.set(info, 1);
  return info;
}

function manifestAbove(file: string): Manifest {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
    if (folder === dirname(folder)) throw new Error(`${file} lies in no package`);
  }
}

/**
 * A hash over everything a service answers: two instances with one hash speak the same contracts. The gateway answers none:
 * of it, over what it asks.
 */
export function contractHash(service: string): string {
  const answered = requestsOf(service);
  const all = (answered.length ? answered : askedBy(service)).map((c) => [
    c.subject,
    inlineSchema(c.request, 'strict'),
    c.reply && inlineSchema(c.reply, 'strict'),
    c.errors,
  ]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}

const askedBy = (service: string): RequestContract[] =>
  [...registry.values()].filter(
    (c): c is RequestContract => c.kind === 'request' && c.callers.includes(service),
  );
