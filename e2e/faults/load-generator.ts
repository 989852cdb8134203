import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request as it goes over the wire; made again each time, so that it can carry an id of its own. */
export type Ask = (n: number) => {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

interface Answer {
  /** Which of the load generator's requests. */
  kind: number;
  status: number;
  retryAfter: boolean;
  /** Milliseconds since it was due. */
  took: number;
}

export interface LoadResult {
  seconds: number;
  /** How many kinds of asks there are, each as often as any other. */
  kinds: number;
  answers: Answer[];
}

/**
 * Connections of clients that were there before the load grew. Node takes one new connection an iteration of its event loop (libuv,
 * since 1.45), so that a crowd that comes all at once waits for its first answers, and would be all that is measured.
 */
const INITIAL_CONNECTIONS = 500;
const MAX_CONNECTS_AT_ONCE = 8;
/** No more connections are opened: requests that are due then wait, and their time runs. */
const MAX_CONNECTIONS = 2_000;
/** So long the last answers are waited for, in milliseconds. */
const LAST_MS = 10_000;

/**
 * Very much load, by plain sockets, because a complete client would take more of the processors than what it tests.
 * Closed: each of some clients asks when its answer is there. Open: so many a second, whatever becomes of them.
 */
export class LoadGenerator {
  private n = 0;

  constructor(
    private readonly url: URL,
    private readonly asks: readonly Ask[],
  ) {}

  async closed(clients: number, seconds: number): Promise<LoadResult> {
    const answers: Answer[] = [];
    const end = performance.now() + seconds * 1_000;
    const wires = Array.from({ length: clients }, () => this.wire());
    await Promise.all(
      wires.map(async (wire) => {
        while (performance.now() < end) answers.push(await this.send(wire, performance.now()));
        wire.close();
      }),
    );
    return { seconds, kinds: this.asks.length, answers };
  }

  async open(rate: number, seconds: number): Promise<LoadResult> {
    const answers: Answer[] = [];
    const wires = await this.connected();
    const free = [...wires];
    const late: number[] = [];
    const began = performance.now();
    const count = Math.floor(rate * seconds);
    const begin = (wire: Wire, due: number): void =>
      void this.send(wire, due).then((answer) => {
        answers.push(answer);
        const next = late.shift();
        if (next !== undefined) begin(wire, next);
        else free.push(wire);
      });
    for (let n = 0; n < count; n++) {
      const due = began + (n * 1_000) / rate;
      if (performance.now() < due) await sleep(Math.max(1, due - performance.now()));
      let wire = free.pop();
      if (!wire && wires.length < MAX_CONNECTIONS) wires.push((wire = this.wire()));
      if (wire) begin(wire, due);
      else late.push(due);
    }
    for (const end = performance.now() + LAST_MS; answers.length < count && performance.now() < end;)
      await sleep(5);
    for (const wire of wires) wire.close();
    return { seconds, kinds: this.asks.length, answers };
  }

  private async connected(): Promise<Wire[]> {
    const wires = Array.from({ length: INITIAL_CONNECTIONS }, () => this.wire());
    const waiting = [...wires];
    const one = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await this.send(next, 0);
    };
    await Promise.all(Array.from({ length: MAX_CONNECTS_AT_ONCE }, one));
    return wires;
  }

  private async send(wire: Wire, due: number): Promise<Answer> {
    const n = this.n++;
    const kind = n % this.asks.length;
    const answer = await wire.ask(this.bytes(this.asks[kind]!(n)));
    return { ...answer, kind, took: performance.now() - due };
  }

  private wire(): Wire {
    return new Wire(Number(this.url.port), this.url.hostname);
  }

  private bytes({ method, path, headers = {}, body = '' }: ReturnType<Ask>): string {
    const all = {
      host: this.url.host,
      ...headers,
      ...(body && { 'content-length': Buffer.byteLength(body) }),
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} /api/v1${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
  }
}

/** One connection with one request at a time. It understands answers with a Content-Length, which all have here. */
class Wire {
  private socket: Socket | null = null;
  private read = '';
  private answered: (head: string) => void = () => undefined;

  constructor(
    private readonly port: number,
    private readonly host: string,
  ) {}

  ask(bytes: string): Promise<{ status: number; retryAfter: boolean }> {
    return new Promise((resolve) => {
      this.read = '';
      this.answered = (head) =>
        resolve({ status: Number(head.slice(9, 12)), retryAfter: /\r\nretry-after: [1-9]/i.test(head) });
      this.socket ??= this.connected();
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.answered = () => undefined;
    this.socket?.destroy();
  }

  private connected(): Socket {
    const socket = connect({ port: this.port, host: this.host, noDelay: true });
    socket.on('error', () => undefined);
    socket.on('data', (part) => this.take(part.toString('latin1')));
    socket.on('close', () => {
      this.socket = null;
      this.answered('HTTP/1.1 000');
    });
    return socket;
  }

  private take(part: string): void {
    this.read += part;
    const end = this.read.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.read.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.read.length < end + 4 + length) return;
    const answered = this.answered;
    this.answered = () => undefined;
    answered(head);
  }
}

const isGood = ({ status }: Answer) => status >= 200 && status < 300;
/** Good answers a second. */
export const goodput = ({ answers, seconds }: LoadResult): number => answers.filter(isGood).length / seconds;
/** The same by what was asked. */
export const goodputs = ({ answers, seconds, kinds }: LoadResult): number[] =>
  Array.from({ length: kinds }, (_, n) => answers.filter((a) => a.kind === n && isGood(a)).length / seconds);
export const others = ({ answers }: LoadResult): Answer[] => answers.filter((a) => !isGood(a));

/** Of the good answers, in milliseconds. */
export function percentile({ answers }: LoadResult, share: number): number {
  const sorted = answers
    .filter(isGood)
    .map((a) => a.took)
    .sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
