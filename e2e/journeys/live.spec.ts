import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { World } from '../world/world.js';

interface Change {
  event: string;
  data: { kind?: string; ids?: Record<string, string> };
}

/** A client of `GET /events`: what it was told, and whether the stream has ended. */
class Stream {
  readonly told: Change[] = [];
  ended = false;
  private readonly stop = new AbortController();

  static async open(world: World, api: Api): Promise<Stream> {
    const stream = new Stream();
    const answer = await fetch(`${world.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${api.token}` },
      signal: stream.stop.signal,
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    void stream.read(answer.body!);
    await stream.until((c) => c.event === 'hello');
    return stream;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Closed from either side; `ended` says so.
    }
    this.ended = true;
  }

  private take(block: string): void {
    const fields = Object.fromEntries(
      block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    if (fields.event)
      this.told.push({ event: fields.event, data: JSON.parse(fields.data ?? '{}') as Change['data'] });
  }

  async until(matches: (change: Change) => boolean, within = 5_000): Promise<Change> {
    for (const end = Date.now() + within; ; await sleep(20)) {
      const found = this.told.find(matches);
      if (found) return found;
      if (Date.now() > end) throw new Error(`not told: ${JSON.stringify(this.told)}`);
    }
  }

  close(): void {
    this.stop.abort();
  }
}

describe('the live stream', () => {
  let world: World;
  let licenses: Api;
  let acme: Api;
  let globex: Api;

  beforeAll(async () => {
    world = await World.start();
    licenses = await staffMember(
      world,
      await bootstrapAdmin(world),
      'license-admin',
      'licenses@vendor.example',
    );
    acme = await owner(
      world,
      'owner@acme.example',
      await orderCode(world, licenses, { companyName: 'Acme GmbH' }),
    );
    globex = await owner(
      world,
      'owner@globex.example',
      await orderCode(world, licenses, { companyName: 'Globex AG' }),
      { companyName: 'Globex AG' },
    );
  });
  afterAll(() => world?.stop());

  it('tells the people of a company what changed, by kind and id, and nobody else', async () => {
    const [ours, theirs] = await Promise.all([Stream.open(world, acme), Stream.open(world, globex)]);
    const activationCode = await orderCode(world, licenses, {
      companyName: 'Acme GmbH',
      product: 'Cloud Guard',
    });
    const license = (await acme.post('/licenses', { activationCode })) as { id: string };
    const change = await ours.until((c) => c.data.kind === 'license.added');
    expect(change.data.ids!.licenseId).toBe(license.id);
    expect(JSON.stringify(ours.told)).not.toContain('Cloud Guard');
    await globex.post('/devices/enrollments');
    const request = (await globex.post('/requests', {
      category: 'portal',
      subject: 'Hello',
      description: 'Anybody there?',
    })) as { id: string };
    await theirs.until((c) => c.data.ids?.requestId === request.id);
    expect(theirs.told.filter((c) => c.data.kind === 'license.added')).toEqual([]);
    ours.close();
    theirs.close();
  });

  it('ends within a second when the session does', async () => {
    const again = await world.api().signIn('owner@acme.example', password);
    const stream = await Stream.open(world, again);
    const began = Date.now();
    await again.post('/auth/sign-out');
    while (!stream.ended && Date.now() - began < 1_000) await sleep(10);
    expect(stream.ended).toBe(true);
    await expect(again.get('/me')).rejects.toMatchObject({ status: 401 });
  });

  it('says that something may be missing after the bus was away', async () => {
    const stream = await Stream.open(world, acme);
    world.signal('nats', 'SIGKILL');
    await stream.until((c) => c.event === 'resync', 20_000);
    stream.close();
    await world.ready();
  });
});
