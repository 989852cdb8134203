import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { createUser } from '@nats-io/nkeys';
import { registry, services, type EventContract, type RequestContract } from '@tessera/contracts';
import { consumerName, startService, streamName, type RunningService } from '@tessera/platform';
import { eventually } from '@tessera/platform/testing';
import { service as support } from '../../services/support/src/service.js';
import { BareWorld } from '../deploy/bare-world.js';
import { Peer } from './bus-peer.js';

const users = [...services, 'gateway'];
const requests = [...registry.values()].filter((c): c is RequestContract => c.kind === 'request');
const events = [...registry.values()].filter((c): c is EventContract => c.kind === 'event');
const others = (user: string) => users.filter((u) => u !== user);

/** The real server with the permissions that the contracts make, and nkeys as in production. */
describe('the bus', () => {
  let world: BareWorld;
  const peers: Record<string, Peer> = {};
  beforeAll(async () => {
    world = await BareWorld.start();
    for (const user of [...users, 'admin']) peers[user] = new Peer(user, await world.connect(user));
  }, 300_000);
  afterAll(() => world?.stop());

  it.each(users)('lets %s do all that its contracts list', async (user) => {
    const peer = peers[user]!;
    for (const contract of requests.filter((c) => c.service === user)) {
      const subscription = peer.nc.subscribe(contract.subject, {
        queue: user,
        callback: (_, message) => void message.respond(user),
      });
      await peer.nc.flush();
      for (const caller of contract.callers) {
        const answer = await peers[caller]!.nc.request(contract.subject, '{}', { timeout: 5_000 });
        expect(`${caller} asks ${contract.subject}: ${answer.string()}`).toBe(
          `${caller} asks ${contract.subject}: ${user}`,
        );
      }
      subscription.unsubscribe();
    }
    for (const contract of events.filter((c) => c.service === user)) await tell(peer, contract);
    const own = peer.nc.subscribe(`ctl.${user}.outbox`, { max: 1 });
    peer.nc.publish(`ctl.${user}.outbox`);
    for await (const message of own) expect(message.subject).toBe(`ctl.${user}.outbox`);
    for (const one of users) expect(await peers[one]!.refused()).toEqual([]);
  });

  /** Publishes an event as its owner; every consumer gets it from its consumer, and the gateway as it passes. */
  async function tell(owner: Peer, contract: EventContract): Promise<void> {
    const passing = peers.gateway!.nc.subscribe('evt.>', { max: 1 });
    await peers.gateway!.nc.flush();
    const { seq } = await jetstream(owner.nc).publish(contract.subject, '{}');
    for (const service of contract.consumers) {
      const consumer = await jetstream(peers[service]!.nc).consumers.get(
        streamName(contract.service),
        consumerName(service, contract),
      );
      const message = await consumer.next({ expires: 5_000 });
      expect([message?.subject, message?.seq]).toEqual([contract.subject, seq]);
      message!.working(); // one answer is allowed to any message; a second one needs the permission of its own
      expect(await message!.ackAck()).toBe(true);
    }
    for await (const message of passing) expect(message.subject).toBe(contract.subject);
  }

  it('lets the gateway find out who is there', async () => {
    const subscription = peers.support!.nc.subscribe('$SRV.PING', {
      callback: (_, message) => void message.respond('support'),
    });
    await peers.support!.nc.flush();
    expect((await peers.gateway!.nc.request('$SRV.PING', '', { timeout: 5_000 })).string()).toBe('support');
    subscription.unsubscribe();
  });

  const askersOf = (user: string) =>
    new Set(['gateway', ...requests.filter((c) => c.service === user).flatMap((c) => c.callers)]);

  it.each(users)('lets %s publish nothing else', async (user) => {
    const foreign = [
      ...requests.filter((c) => !c.callers.includes(user)).map((c) => c.subject),
      ...events.filter((c) => c.service !== user).map((c) => c.subject),
      ...events.filter((c) => c.service === user).map((c) => c.subject.replace(/\.v\d+$/, '.v99')),
      ...events.flatMap((c) =>
        c.consumers
          .filter((service) => service !== user)
          .map((service) => `$JS.API.CONSUMER.MSG.NEXT.${streamName(c.service)}.${consumerName(service, c)}`),
      ),
      ...services.flatMap((owner) => streamRequests(streamName(owner))),
      ...others(user).flatMap((other) => [
        `ctl.${other}.outbox`,
        // Answers go to those who may ask, and to nobody else (docs/decisions/0010).
        ...(askersOf(user).has(other) ? [] : [`_INBOX_${other}.x.y`]),
        `$SRV.PING.${other}`,
      ]),
      '$JS.API.STREAM.LIST',
      '$JS.API.STREAM.NAMES',
      '$JS.API.STREAM.CREATE.MINE',
      '$JS.API.INFO',
      '$SYS.REQ.SERVER.PING',
      'anything',
    ];
    const own = `ctl.${user}.outbox`;
    const peer = new Peer(user, await world.connect(user));
    expect(await peer.publishable([...foreign, own])).toEqual([own]);
  });

  it.each(users)('lets %s subscribe to nothing else', async (user) => {
    const foreign = [
      ...requests
        .filter((c) => c.service !== user)
        .flatMap((c) => [c.subject, `${c.subject} ${user}`, `${c.subject} ${c.service}`]),
      // Outside of its queue group it would read what is meant for one instance alone.
      ...requests.filter((c) => c.service === user).flatMap((c) => [c.subject, `${c.subject} mine`]),
      ...(user === 'gateway' ? [] : ['evt.>', ...events.map((c) => c.subject)]),
      ...others(user).flatMap((other) => [`_INBOX_${other}.>`, `ctl.${other}.>`, `$SRV.PING.${other}`]),
      ...[
        '>',
        '*',
        '*.>',
        'rpc.>',
        `rpc.${user}.>`,
        'ctl.>',
        '_INBOX.>',
        '$JS.>',
        '$JS.API.>',
        '$JS.ACK.>',
        '$JS.EVENT.>',
        '$SRV.>',
        '$SYS.>',
      ],
    ];
    const own = `_INBOX_${user}.x`;
    const peer = new Peer(user, await world.connect(user));
    expect(await peer.subscribable([...foreign, own])).toEqual([own]);
  });

  it('asks for a key: without one, or with another, nobody gets in', async () => {
    const stranger = new TextDecoder().decode(createUser().getSeed());
    await expect(world.connectAs('support')).rejects.toThrow(/authorization/i);
    await expect(world.connectAs('support', stranger)).rejects.toThrow(/authorization/i);
  });

  describe('a forged reply-to', () => {
    let running: RunningService;
    beforeAll(async () => (running = await startService(support, world.environmentOf('support'))));
    afterAll(() => running?.stop());

    it('never makes a service publish outside of inboxes', async () => {
      const { gateway, admin } = peers as { gateway: Peer; admin: Peer };
      const manager = await jetstreamManager(admin.nc);
      const stored = async () => (await manager.streams.info('EVT_SUPPORT')).state.last_seq;
      const before = await stored();
      const targets = [
        ...events.filter((c) => ['support', 'licensing'].includes(c.service)).map((c) => c.subject),
        ...requests.filter((c) => c.service === 'licensing').map((c) => c.subject),
        '$JS.API.STREAM.PURGE.EVT_SUPPORT',
        '$JS.API.STREAM.DELETE.EVT_IDENTITY',
        '_INBOX.someone',
        'ctl.support.outbox',
      ];
      const arrived: string[] = [];
      for (const target of targets)
        admin.nc.subscribe(target, { callback: (_, message) => void arrived.push(message.subject) });
      await admin.nc.flush();

      const asked = requests.filter((c) => c.service === 'support' && c.callers.includes('gateway'));
      expect(asked.length).toBeGreaterThan(5);
      for (const target of targets) {
        for (const contract of asked) gateway.nc.publish(contract.subject, '{}', { reply: target });
        gateway.nc.publish('$SRV.PING', '', { reply: target });
      }
      // The same question with an honest reply-to is answered, and after all those before it: twice, so that what was asked
      // first has had the time of a whole answer more.
      for (const contract of [...asked, ...asked]) {
        const answer = await gateway.nc.request(contract.subject, '{}', { timeout: 5_000 });
        expect(answer.data.length).toBeGreaterThan(0);
      }
      await admin.nc.flush();
      expect(arrived).toEqual([]);
      expect(await stored()).toBe(before);
      await eventually(async () =>
        expect(await manager.streams.names().next()).toHaveLength(services.length),
      );
    });
  });
});

/** What an administrator may ask of a stream. */
const streamRequests = (stream: string): string[] => [
  ...['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'INFO', 'SNAPSHOT', 'RESTORE', 'MSG.GET', 'MSG.DELETE'].map(
    (verb) => `$JS.API.STREAM.${verb}.${stream}`,
  ),
  `$JS.API.DIRECT.GET.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}.mine.all`,
  `$JS.API.CONSUMER.DURABLE.CREATE.${stream}.mine`,
  `$JS.API.CONSUMER.DELETE.${stream}.mine`,
  `$JS.API.CONSUMER.LIST.${stream}`,
];
