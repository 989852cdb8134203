import { makeChallenge, userChanged } from '@tessera/contracts';
import { eventually } from '@tessera/platform/testing';
import WebSocket from 'ws';
import { Sessions } from '../auth/sessions.js';
import { GatewayWorld } from '../../test/gateway-world.js';

const OFFICE = '198.51.100.7';
const ELSEWHERE = '203.0.113.9';

describe('one client', () => {
  let world: GatewayWorld;
  beforeEach(async () => {
    world = await GatewayWorld.start({
      CALLER_RATE: '1',
      CALLER_BURST: '20',
      STREAMS_PER_PERSON: '3',
      STREAMS_PER_ADDRESS: '5',
    });
  });
  afterEach(() => world.stop());

  /** Sends all requests at once. @returns the statuses, and how many at least must be refused in the time that they took */
  async function flood(count: number, ask: (n: number) => Promise<Response>, [rate, burst] = [1, 20]) {
    const began = performance.now();
    const answers = await Promise.all(times(count, ask));
    const refused = answers.filter(({ status }) => status === 429);
    const atLeast = count - burst - Math.ceil(((performance.now() - began) / 1_000) * rate) - 1;
    return { answers, refused, statuses: [...new Set(answers.map(({ status }) => status))].sort(), atLeast };
  }
  const post = (path: string, address: string, body: string) =>
    world.fetch(path, { method: 'POST', address, body, headers: { 'content-type': 'application/json' } });
  const times = <T>(count: number, ask: (n: number) => T) => Array.from({ length: count }, (_, n) => ask(n));

  it.each([
    '/openapi.json',
    '/api/docs',
    '/api/docs/swagger-ui-bundle.js',
    '/api/docs/no-file',
    '/nowhere',
    '/products',
    '/me',
  ])('may ask for %s as often as its limit allows, and keeps no other client from it', async (path) => {
    const { refused, atLeast } = await flood(40, () => world.fetch(path, { address: OFFICE }));
    expect(atLeast).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThanOrEqual(atLeast);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await refused[0]!.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await world.fetch(path, { address: ELSEWHERE })).status).not.toBe(429);
  });

  it('that probes without end takes nothing from the probes of others', async () => {
    const probes = await flood(300, () => world.fetch('/healthz', { address: OFFICE }), [10, 200]);
    expect(probes.atLeast).toBeGreaterThan(0);
    expect(probes.refused.length).toBeGreaterThanOrEqual(probes.atLeast);
    expect((await world.fetch('/healthz', { address: ELSEWHERE })).status).toBe(200);
    // Nor from what else it asks for itself.
    expect((await world.fetch('/openapi.json', { address: OFFICE })).status).toBe(200);
  });

  it('asks identity about few wrong credentials, however many it sends, and once about each', async () => {
    const wrong = { as: { credential: 'tac_always_the_same' } as never, address: OFFICE };
    await Promise.all(times(5, () => world.fetch('/me', wrong)));
    expect(world.asked.length).toBe(1);
    const { answers, statuses } = await flood(100, (n) =>
      world.fetch('/me', { as: { credential: `tac_${n}` } as never, address: OFFICE }),
    );
    expect(statuses).toEqual([401, 429]);
    // Ten at once, and one each two seconds.
    expect(world.asked.length).toBeLessThan(20);
    expect(answers).toHaveLength(100);
  });

  it('that sends wrong credentials locks out neither people with a session nor people who sign in', async () => {
    const before = world.person();
    const me = (person: { credential: string }, address = OFFICE) =>
      world.fetch('/events', { method: 'HEAD', as: person as never, address });
    expect((await me(before)).status).toBe(200);
    await flood(100, (n) => me({ credential: `tac_${n}` }));
    expect((await me({ credential: 'tac_another' })).status).toBe(429);
    expect((await me(before)).status).toBe(200);
    // The gateway has to ask identity again, and does.
    const asked = world.asked.length;
    before.useFor = 0;
    await world.emit(userChanged, { userId: before.userId }, { userId: before.userId });
    await eventually(async () => {
      expect((await me(before)).status).toBe(200);
      expect(world.asked.length).toBeGreaterThan(asked);
    });
    // A person of the same office who has just signed in.
    const fresh = world.person();
    world.gateway.app.get(Sessions, { strict: false }).rememberValid(fresh.credential);
    expect((await me(fresh)).status).toBe(200);
    expect((await me(world.person(), ELSEWHERE)).status).toBe(200);
  });

  it('has a maximum of event streams by person, and by address', async () => {
    const open: AbortController[] = [];
    const stream = async (as: ReturnType<GatewayWorld['person']>, address = OFFICE) => {
      const controller = new AbortController();
      open.push(controller);
      return world.fetch('/events', { as, address, signal: controller.signal });
    };
    const [one, two, three] = times(3, () => world.person());
    const first = await Promise.all(times(4, () => stream(one!)));
    expect(first.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    expect((await stream(two!)).status).toBe(200);
    expect((await stream(two!)).status).toBe(200);
    const full = await stream(three!);
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '30']);
    expect((await stream(three!, ELSEWHERE)).status).toBe(200);
    open[first.findIndex(({ status }) => status === 200)]!.abort();
    await eventually(async () => expect((await stream(three!)).status).toBe(200));
    for (const controller of open) controller.abort();
  });

  it.each(['/activations', '/activations/01890000-0000-7000-8000-000000000000/check', '/agent/challenge'])(
    'has room for the many applications and devices of a company: %s',
    async (path) => {
      const ask = (size = 2) => post(path, OFFICE, JSON.stringify({ pad: 'x'.repeat(size) }));
      const usual = await flood(150, () => ask());
      expect(usual.refused).toEqual([]);
      // Long bodies count for more.
      const long = await flood(60, () => ask(90_000), [10, 200]);
      expect(long.refused.length).toBeGreaterThan(20);
      expect((await post(path, ELSEWHERE, '{}')).status).not.toBe(429);
    },
  );

  it('that has used up its limit has no body read', async () => {
    await flood(40, () => world.fetch('/products', { address: OFFICE }));
    // It would be no JSON.
    expect((await post('/auth/sign-in', OFFICE, '{')).status).toBe(429);
    expect((await post('/auth/sign-in', ELSEWHERE, '{')).status).toBe(400);
  });

  it('may send the sessions of a whole office that the gateway has not cached yet', async () => {
    world.identityTakes = 300;
    const people = times(40, () => world.person());
    const answers = await Promise.all(
      people.map((as) => world.fetch('/events', { method: 'HEAD', as, address: OFFICE })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('that opens silent sockets closes none but its own', async () => {
    world.fake(makeChallenge, () => ({ challenge: 'c', expiresAt: new Date().toISOString() }));
    const connect = (address: string) => {
      const socket = new WebSocket(`${world.url.replace('http', 'ws')}/api/v1/agent/connect`, {
        headers: { 'x-forwarded-for': address },
      });
      const seen = { socket, opened: false, refused: 0, code: 0 };
      socket.on('open', () => (seen.opened = true)).on('close', (code) => (seen.code = code));
      socket.on('unexpected-response', (_request, response) => (seen.refused = response.statusCode!));
      socket.on('error', () => undefined);
      return seen;
    };
    const device = connect(ELSEWHERE);
    await eventually(() => expect(device.opened).toBe(true));
    const silent = times(180, () => connect(OFFICE));
    await eventually(() => expect(silent.every(({ opened, refused }) => opened || refused)).toBe(true));
    // A hundred upgrades at once are allowed, of which 64 may keep silent.
    expect(silent.filter(({ refused }) => refused === 429).length).toBeGreaterThan(0);
    await eventually(() =>
      expect(silent.filter(({ code }) => code === 1013).length).toBeGreaterThanOrEqual(36),
    );
    expect(device.code).toBe(0);
    const late = connect('192.0.2.1');
    await eventually(() => expect(late.opened).toBe(true));
    for (const { socket } of [device, late, ...silent]) socket.terminate();
  });

  it('is not a device of its own for each address of an IPv6 network', async () => {
    const one = await flood(40, (n) => world.fetch('/products', { address: `2001:db8::${n.toString(16)}` }));
    expect(one.refused.length).toBeGreaterThanOrEqual(one.atLeast);
    expect(one.refused.length).toBeGreaterThan(0);
    const many = await flood(40, (n) => world.fetch('/products', { address: `::ffff:192.0.2.${n}` }));
    expect(many.refused).toEqual([]);
  });

  it('with a session counts for itself, not for its address', async () => {
    await flood(40, () => world.fetch('/products', { address: OFFICE }));
    expect(
      (await world.fetch('/events', { method: 'HEAD', as: world.person(), address: OFFICE })).status,
    ).toBe(200);
  });
});
