import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { involved } from '../lib/baselines.mjs';
import { compare } from '../lib/pairs.mjs';
import { Raw, residentOf } from '../lib/processes.mjs';
import { round } from '../lib/statistics.mjs';

const MB = 1_024 ** 2;
/** The largest attachment that the product takes, and one for a look. */
const [WHOLE, SHORT] = [4_096 * MB, 64 * MB];
const TUS = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
const piece = Buffer.alloc(256 * 1_024, 'Tessera ');

/**
 * P9: one file of 4 GB by the tus protocol, against B11, in megabytes a second to the answer that it is stored durably; and
 * how much the gateway's memory grows on the way.
 * @param {import('../lib/pairs.mjs').Bench} bench
 */
export async function p09(bench) {
  const { world, plan } = bench;
  const whole = plan.short ? SHORT : WHOLE;
  // On the disk of the product's files. The warm-up is as much smaller as it is shorter.
  const folder = join(world.started.home, 'bench-uploads');
  mkdirSync(folder, { recursive: true });
  const raw = await Raw.start('b11-upload', { folder });
  const sizeOf = (/** @type {number} */ seconds) => Math.round((whole * seconds) / plan.seconds);
  const product = productSide(world, sizeOf);
  try {
    const result = await compare(bench, {
      baseline: {
        run: async (seconds) => timed(sizeOf(seconds), (bytes) => send(raw.url, 'PUT', {}, bytes)),
        tidy: async () => empty(folder),
        pids: () => [raw.pid],
      },
      product,
      must: 0.7,
      goal: 0.9,
    });
    const grown = round(product.grown() / MB, 0);
    return {
      ...result,
      must: `${result.must}, memory grows ≤ 64 MB`,
      pass: result.pass && grown <= 64,
      details: { megabytes: whole / MB, memoryGrownMb: grown, ...result.details },
    };
  } finally {
    await raw.stop();
    rmSync(folder, { recursive: true });
  }
}

/** @param {import('../lib/world.mjs').BenchWorld} world @param {(seconds: number) => number} sizeOf bytes of a run */
function productSide(world, sizeOf) {
  /** @type {{ place: string, headers: Record<string, string> }} */
  let upload;
  let grown = 0;
  return {
    ...involved(world, ['support']),
    grown: () => grown,
    prepare: async (/** @type {number} */ seconds) => {
      const { authorization } = await world.ownerHeaders();
      const headers = { ...TUS, authorization };
      upload = { headers, place: await announce(world.url, headers, sizeOf(seconds)) };
    },
    run: async (/** @type {number} */ seconds) => {
      const { place, headers } = upload;
      const [gateway = 0] = world.pids('gateway');
      const before = residentOf(gateway);
      const look = () => (grown = Math.max(grown, residentOf(gateway) - before));
      const looking = setInterval(look, 200);
      try {
        return await timed(sizeOf(seconds), (bytes) =>
          send(place, 'PATCH', { ...headers, 'upload-offset': '0' }, bytes),
        );
      } finally {
        clearInterval(looking);
      }
    },
    /** What was uploaded is given up again, so that neither the disk nor the person's allowance is used up. */
    tidy: async () => {
      const { status } = await fetch(upload.place, { method: 'DELETE', headers: upload.headers });
      if (status !== 204) throw new Error(`giving up an upload was answered ${status}`);
    },
  };
}

/** @param {string} url @param {Record<string, string>} headers @param {number} bytes @returns {Promise<string>} its address */
async function announce(url, headers, bytes) {
  const of = (/** @type {string} */ text) => Buffer.from(text).toString('base64');
  const metadata = `filename ${of('dump.bin')},acceptDataStatement ${of('true')}`;
  const response = await fetch(`${url}/api/v1/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes), 'upload-metadata': metadata },
  });
  if (response.status !== 201)
    throw new Error(`an upload was answered ${response.status} ${await response.text()}`);
  return new URL(response.headers.get('location') ?? '', url).href;
}

/**
 * So many bytes in one request, to its answer. Not by `fetch`, whose streams take more than what is measured.
 * @param {string} url @param {string} method @param {Record<string, string>} headers @param {number} bytes
 */
async function send(url, method, headers, bytes) {
  const sent = request(url, { method, headers: { ...headers, 'content-length': bytes } });
  const answered = new Promise((resolve, reject) => sent.once('response', resolve).once('error', reject));
  await pipeline(Readable.from(pieces(bytes), { objectMode: false }), sent);
  const { statusCode } = (await answered).resume();
  if (statusCode !== 204) throw new Error(`${method} of ${bytes} bytes was answered ${statusCode}`);
}

/** @param {number} bytes */
function* pieces(bytes) {
  for (let left = bytes; left > 0; left -= piece.length)
    yield left < piece.length ? piece.subarray(0, left) : piece;
}

/** @param {number} bytes @param {(bytes: number) => Promise<void>} work @returns {Promise<import('../lib/processes.mjs').Ran>} in megabytes */
async function timed(bytes, work) {
  const began = performance.now();
  await work(bytes);
  const lasted = performance.now() - began;
  return { operations: bytes / MB, seconds: lasted / 1_000, p50: lasted, p99: lasted };
}

/**
 * Gone before the other side writes: a machine that has its memory from another one is slow where nobody was before.
 * @param {string} folder
 */
function empty(folder) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
}
