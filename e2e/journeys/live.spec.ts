import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, password, staffMember } from '../world/people.js';
import { Stream, type Change } from '../world/stream.js';
import { World } from '../world/world.js';

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

  it('begins with what changed since a client began to read, when it asks for that', async () => {
    const began = performance.now();
    const first = await Stream.open(world, acme);
    const activationCode = await orderCode(world, licenses, { companyName: 'Acme GmbH' });
    const { id } = (await acme.post('/licenses', { activationCode })) as { id: string };
    const added = ({ data }: Change) => data.kind === 'license.added' && data.ids!.licenseId === id;
    await first.until(added);
    // Not before the gateway itself began, of which it could not know.
    const ago = `?ago=${Math.round(performance.now() - began)}`;
    const [late, unasked, theirs] = await Promise.all([
      Stream.open(world, acme, ago),
      Stream.open(world, acme),
      Stream.open(world, globex, ago),
    ]);
    await late.until(added);
    await acme.post('/devices/enrollments');
    await globex.post('/requests', { category: 'portal', subject: 'Hello', description: 'Anybody there?' });
    await theirs.until((c) => c.data.kind === 'request.created');
    expect([unasked, theirs].map((stream) => stream.told.filter(added))).toEqual([[], []]);
    for (const stream of [first, late, unasked, theirs]) stream.close();
    for (const wrong of ['60001', '-1', 'x', '1.5'])
      await expect(acme.get(`/events?ago=${wrong}`)).rejects.toMatchObject({
        status: 400,
        code: 'VALIDATION_FAILED',
      });
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
