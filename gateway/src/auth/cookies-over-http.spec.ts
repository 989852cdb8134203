import { signOut } from '@tessera/contracts';
import { GatewayWorld } from '../../test/gateway-world.js';

describe('a session in a cookie', () => {
  let world: GatewayWorld;
  beforeAll(async () => {
    world = await GatewayWorld.start();
    world.fake(signOut, () => undefined as never);
  });
  afterAll(() => world.stop());

  const write = (headers: Record<string, string>, as?: ReturnType<GatewayWorld['person']>) =>
    world.fetch('/auth/sign-out', { method: 'POST', headers, ...(as ? { as } : {}) });
  const cookie = () => `sid=${world.person().credential}`;

  it.each<[string, Record<string, string>, number]>([
    ['says nothing', {}, 403],
    ['has a referrer alone', { referer: 'http://localhost:8080/' }, 403],
    ['is another site', { origin: 'https://elsewhere.example' }, 403],
    ['is another site that says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['is this one', { origin: 'http://localhost:8080' }, 204],
    ['is this one, in the words of the browser', { 'sec-fetch-site': 'same-origin' }, 204],
  ])(
    'writes nothing unless the browser says where the request comes from: it %s',
    async (_what, headers, status) => {
      const answer = await write({ cookie: cookie(), ...headers });
      expect(answer.status).toBe(status);
      if (status === 403) expect(await answer.json()).toMatchObject({ code: 'ORIGIN_REFUSED' });
    },
  );

  it.each(['POST', 'PATCH', 'DELETE'])('nor by uploads: %s', async (method) => {
    const path = method === 'POST' ? '/uploads' : '/uploads/0190c3c0-0000-7000-8000-000000000000';
    const headers = { cookie: cookie(), 'tus-resumable': '1.0.0', 'upload-length': '1' };
    expect((await world.fetch(path, { method, headers })).status).toBe(403);
  });

  it('reads without, and a program with a token writes without', async () => {
    expect((await world.fetch('/events', { method: 'HEAD', headers: { cookie: cookie() } })).status).toBe(
      200,
    );
    expect((await write({}, world.person())).status).toBe(204);
  });
});
