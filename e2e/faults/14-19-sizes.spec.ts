import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { activationCreated } from '@tessera/contracts';
import { jetstream } from '@nats-io/jetstream';
import { Stream } from '../world/stream.js';
import { asAdmin } from './bus.js';
import { newRequest } from './test-tenants.js';
import { footprints } from './footprint.js';
import { FaultHarness } from './fault-harness.js';
import { until } from './waiting.js';

/** More than a client may be behind, and than the kernel keeps for two sockets. */
const EVENTS = 400;
const BYTES = 60_000;
/** The most characters of a message; three bytes each. */
const LONGEST = '測'.repeat(20_000);

describe('too much', () => {
  let harness: FaultHarness;
  beforeAll(async () => (harness = await FaultHarness.start()));
  afterAll(() => harness?.stop());

  /** A client of the live stream that never reads. */
  function deaf(token: string): Promise<Socket> {
    const { hostname, port } = new URL(harness.world.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    return new Promise((resolve) => socket.once('data', () => resolve(socket.pause())));
  }

  it('fault 14: a browser that does not read is cut off, in bounded memory; who comes back reads anew', async () => {
    const began = performance.now();
    const { api, id } = harness.companies[0]!;
    const [before] = footprints(harness.world, ['gateway']);
    const [slow, healthy] = await Promise.all([deaf(api.token!), Stream.open(harness.world, api)]);
    const { published, most } = await harness.underLoad(() =>
      asAdmin(harness.world, async (nats) => {
        let most = 0;
        for (let n = 0; n < EVENTS; n++) {
          const envelope = {
            id: randomUUID(),
            subject: activationCreated.subject,
            occurredAt: new Date().toISOString(),
            companyId: id,
            userId: null,
            aggregateId: randomUUID(),
            aggregateVersion: 1,
            data: { activationId: `${n}`, licenseId: 'x'.repeat(BYTES) },
          };
          await jetstream(nats).publish(envelope.subject, JSON.stringify(envelope));
          if (n % 50 === 0) most = Math.max(most, footprints(harness.world, ['gateway'])[0]!.memory);
        }
        return { published: EVENTS, most };
      }),
    );
    await until(() => healthy.told.some((c) => c.data.ids?.activationId === `${EVENTS - 1}`), 5_000);
    expect(harness.requestLog.failures(began)).toEqual([]);
    // It was cut off: what the kernel still has for it is less than it was sent.
    let read = 0;
    slow.on('data', (chunk) => (read += chunk.length)).resume();
    await until(() => slow.destroyed || slow.readableEnded, 5_000);
    expect(read).toBeLessThan((EVENTS * BYTES) / 2);
    expect(most - before!.memory).toBeLessThan(150);
    const again = await Stream.open(harness.world, api);

    // After a gap nobody knows what was missed.
    harness.world.signal('nats', 'SIGKILL');
    await again.until((c) => c.event === 'resync', 10_000);
    await harness.serving(20_000);
    for (const stream of [healthy, again]) stream.close();
    slow.destroy();
    expect(await harness.verdict()).toEqual([]);
    harness.report(14, 'a browser that does not read its live stream', began, {
      events: published,
      'MB sent to the one who reads': Math.round((EVENTS * BYTES) / 1e6),
      'MB that reached the other': Math.round(read / 1e6),
      'MiB more in the gateway': most - before!.memory,
    });
  });

  it('fault 19: what is too large is refused at once on its way in, and comes in pieces that are not on its way out', async () => {
    const began = performance.now();
    const { api } = harness.companies[0]!;
    const timed = async (answer: Promise<Response>) => {
      const at = performance.now();
      const { status, headers } = await answer;
      return { status, type: headers.get('content-type'), took: performance.now() - at };
    };
    const problem = { type: expect.stringMatching(/^application\/problem\+json/) as unknown };
    const body = { ...newRequest('Too large'), description: 'x'.repeat(1_200_000) };
    const refused = await timed(api.send('POST', '/requests', body));
    expect(refused).toMatchObject({ status: 413, ...problem });
    expect(refused.took).toBeLessThan(500);

    const request = (await api.post('/requests', newRequest('A long conversation'))) as { id: string };
    const messages = `/requests/${request.id}/messages`;
    for (let n = 0; n < 20; n++) await api.post(messages, { text: LONGEST });
    // An answer that cannot be divided is refused by the service itself: platform/src/bus/bus.spec.ts.
    const pages: number[] = [];
    let largest = 0;
    const asked = performance.now();
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await api.send('GET', `${messages}?limit=100${cursor && `&cursor=${cursor}`}`);
      expect(page.status).toBe(200);
      const text = await page.text();
      largest = Math.max(largest, text.length);
      const { items, nextCursor } = JSON.parse(text) as { items: unknown[]; nextCursor: string | null };
      pages.push(items.length);
      cursor = nextCursor;
    }
    const took = performance.now() - asked;
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.reduce((sum, n) => sum + n)).toBe(20);
    expect(largest).toBeLessThan(1_048_576);
    expect(took).toBeLessThan(1_000 * pages.length);
    expect(await harness.verdict()).toEqual([]);
    const ms = (n: number) => `${Math.round(n)} ms`;
    harness.report(19, '1.2 MB to the gateway, a conversation of 1.2 MB from a service', began, {
      'refused after': ms(refused.took),
      'answered after': ms(took),
      pages: pages.join(' + '),
    });
  });
});
