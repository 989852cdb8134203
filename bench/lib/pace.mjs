import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Connections over which requests are spread; one has one request at a time, what is due beyond waits. */
const LANES = 128;

/**
 * At a fixed rate, whatever becomes of the requests before: a request's time counts from the moment at which it was due,
 * so that waiting is not hidden. Sockets and a reader of its own, because a complete client would take more of the
 * processors than what it measures.
 * @param {Omit<import('./load.mjs').Load, 'connections'>} load
 * @param {number} rate requests a second
 * @param {number} seconds
 */
export async function pace({ url, requests, unique }, rate, seconds) {
  const { hostname, port, host } = new URL(url);
  const lanes = Array.from({ length: LANES }, () => new Lane(Number(port), hostname));
  const free = [...lanes];
  const fixed = unique ? undefined : requests.map((asked) => bytesOf(asked, host));
  /** @type {number[]} */
  const took = [];
  /** @type {{ due: number, n: number }[]} */
  const waiting = [];
  let failed = 0;
  let done = 0;
  const begin = (/** @type {Lane} */ lane, /** @type {{ due: number, n: number }} */ { due, n }) => {
    const at = n % requests.length;
    const asked = /** @type {import('./load.mjs').Asked} */ (requests[at]);
    const bytes = fixed?.[at] ?? bytesOf(withId(asked, `${process.pid}-${due}-${n}`), host);
    lane.ask(bytes, (status) => {
      done++;
      if (status < 300) took.push(performance.now() - due);
      else failed++;
      const next = waiting.shift();
      if (next) begin(lane, next);
      else free.push(lane);
    });
  };
  const count = Math.max(20, Math.floor(rate * seconds));
  const began = performance.now();
  for (let n = 0; n < count; n++) {
    const due = began + (n * 1_000) / rate;
    if (performance.now() < due) await sleep(Math.max(1, due - performance.now()));
    const lane = free.pop();
    if (lane) begin(lane, { due, n });
    else waiting.push({ due, n });
  }
  for (const end = performance.now() + 20_000; done < count && performance.now() < end;) await sleep(5);
  for (const lane of lanes) lane.close();
  return { rate, ...percentiles(took), failed: failed + count - done };
}

/** @param {import('./load.mjs').Asked} asked @param {string} id */
const withId = (asked, id) => ({ ...asked, body: asked.body?.replaceAll('[<id>]', id) });

/** @param {import('./load.mjs').Asked} asked @param {string} host */
function bytesOf({ method, path, headers = {}, body = '' }, host) {
  const lines = Object.entries({
    host,
    ...headers,
    ...(body && { 'content-length': Buffer.byteLength(body) }),
  });
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n${body}`,
  );
}

/** One connection that is kept. It understands answers with a Content-Length, which all are that are measured here. */
class Lane {
  /** @type {Buffer} */
  #parts = Buffer.alloc(0);
  /** @type {(status: number) => void} */
  #answered = () => undefined;

  /** @param {number} port @param {string} host */
  constructor(port, host) {
    this.socket = connect({ port, host, noDelay: true });
    this.socket.on('data', (part) => this.#read(part));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.#answered(599));
  }

  /** @param {Buffer} bytes @param {(status: number) => void} answered */
  ask(bytes, answered) {
    this.#answered = answered;
    this.socket.write(bytes);
  }

  close() {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  /** @param {Buffer} part */
  #read(part) {
    this.#parts = this.#parts.length ? Buffer.concat([this.#parts, part]) : part;
    const end = this.#parts.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#parts.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#parts.length < end + 4 + length) return;
    this.#parts = this.#parts.subarray(end + 4 + length);
    const answered = this.#answered;
    this.#answered = () => undefined;
    answered(Number(head.slice(9, 12)));
  }
}

/** @param {number[]} values */
export function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
