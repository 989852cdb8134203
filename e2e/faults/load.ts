import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestLog } from './request-log.js';
import { newRequest, type Company, type Seat } from './test-tenants.js';
import { isSettled, type Kind, type Operation } from './ledger.js';

/** Clients in a closed loop: each asks when its last answer has come; every other one with a key. */
const CLIENTS = 6;
const THINKING_MS = 120;
/** The writer asks at this rate, whatever becomes of what it has asked. */
const WRITES_PER_SECOND = 10;
const READING_MS = 150;
/** So long a client with a key keeps asking. */
const PATIENCE_MS = 60_000;

const writes = ['request', 'message', 'license', 'seat'] as const satisfies Kind[];

/** Two companies' people at work: writers in a closed loop, one at a fixed rate, readers who look for what is not theirs. */
export class Load {
  private running = true;
  private turn = 0;
  private readonly work: Promise<void>[] = [];
  private readonly writing = new Set<Promise<void>>();

  constructor(
    private readonly companies: readonly Company[],
    private readonly requestLog: RequestLog,
    /** Licenses by operation: the client knows the code, Postgres the license. */
    private readonly licenseOf: Map<string, string>,
    private readonly clients = CLIENTS,
  ) {}

  start(): this {
    for (let n = 0; n < this.clients; n++)
      this.work.push(this.client(this.companies[n % 2]!, n < this.clients / 2));
    this.work.push(this.writer(), ...this.companies.map((c, n) => this.reader(c, this.companies[1 - n]!)));
    return this;
  }

  async during(milliseconds: number): Promise<void> {
    this.start();
    await sleep(milliseconds);
    await this.stop();
  }

  /** No new work; what has a key is repeated until it succeeds. */
  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.work);
    await Promise.all(this.writing);
  }

  private async client(company: Company, keyed: boolean): Promise<void> {
    while (this.running) {
      await this.write(company, keyed);
      await sleep(THINKING_MS);
    }
  }

  private async writer(): Promise<void> {
    for (let due = performance.now(); this.running; due += 1_000 / WRITES_PER_SECOND) {
      await sleep(Math.max(0, due - performance.now()));
      const writing: Promise<void> = this.write(this.companies[this.turn % 2]!, true).finally(() =>
        this.writing.delete(writing),
      );
      this.writing.add(writing);
    }
  }

  /** One operation, of each kind in turn. */
  private async write(company: Company, keyed: boolean): Promise<void> {
    const next = writes[this.turn++ % writes.length]!;
    const kind = next === 'license' && company.codes.length === 0 ? 'request' : next;
    const operation = this.requestLog.open(kind, company.id, keyed);
    const body = await repeat(this.requestLog, operation, this.sender(company, operation));
    if (kind === 'seat') await this.makeRoom(company, body as Seat | null);
  }

  /** Applications come and go, so that there is sometimes a free seat and sometimes none. */
  private async makeRoom({ id: company, api, floor }: Company, taken: Seat | null): Promise<void> {
    if (taken?.token) floor.tokens.push(taken);
    if (floor.tokens.length < floor.seats - 1) return;
    const { id, token } = floor.tokens.shift()!;
    const operation = this.requestLog.open('end', company, false);
    const headers = { authorization: `Bearer ${token}` };
    await repeat(
      this.requestLog,
      operation,
      () => api.send('DELETE', `/activations/${id}`, undefined, headers),
      true,
    );
  }

  private sender(company: Company, { op, kind, keyed }: Operation): () => Promise<Response> {
    const headers: Record<string, string> = keyed ? { 'idempotency-key': op } : {};
    const post = (path: string, body: object) => () => company.api.send('POST', path, body, headers);
    if (kind === 'request') return post('/requests', newRequest(op));
    if (kind === 'message') return post(`/requests/${company.conversation}/messages`, { text: op });
    if (kind === 'seat') {
      const { code, product } = company.floor;
      // The version is where the client's id is found again, when the device has gone; see tables.ts.
      const application = { product, version: `12.6.${op}` };
      return post('/activations', { activationCode: code, fingerprint: op, application, deviceName: op });
    }
    const { code, licenseId } = company.codes.pop()!;
    this.licenseOf.set(op, licenseId);
    return post('/licenses', { activationCode: code });
  }

  /** Looks at its own lists, and asks for what is another's. */
  private async reader(company: Company, other: Company): Promise<void> {
    while (this.running) {
      for (const path of ['/requests?author=all&limit=100', '/licenses?limit=100']) {
        const { body } = await this.requestLog.ask(this.requestLog.open('read', company.id, false), () =>
          company.api.send('GET', path),
        );
        const { items } = (body ?? {}) as { items?: { id: string }[] };
        if (items) this.requestLog.sights.push({ company: company.id, ids: items.map((i) => i.id) });
      }
      const foreign = this.requestLog.open('foreign', company.id, false);
      await this.requestLog.ask(foreign, () => company.api.send('GET', `/requests/${other.conversation}`));
      await sleep(READING_MS);
    }
  }
}

/**
 * Asks once, or until it is settled where that can be asked twice: with a key, as a client does that has been told to
 * come back. @returns the body of the answer that settled it, null where none did
 */
export async function repeat(
  requestLog: RequestLog,
  operation: Operation,
  send: () => Promise<Response>,
  repeatable = operation.keyed,
): Promise<unknown> {
  const end = performance.now() + PATIENCE_MS;
  do {
    const { answer, body } = await requestLog.ask(operation, send);
    if (isSettled(operation)) return body;
    const mayComeBack = answer.status === 0 || answer.status === 409 || answer.status >= 500;
    if (!repeatable || !mayComeBack) return null;
    await sleep(100 + 200 * Math.random());
  } while (performance.now() < end);
  return null;
}
