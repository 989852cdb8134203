import { getMe, updateMe, type UpdateMe } from '@tessera/contracts';
import { GatewayWorld, type Person } from '../../test/gateway-world.js';

describe('entity tags over HTTP', () => {
  let world: GatewayWorld;
  let person: Person;
  let asked: UpdateMe | null = null;
  const me = () => ({
    id: person.userId,
    email: 'a@acme.example',
    firstName: 'A',
    lastName: 'B',
    country: 'DE',
    language: null,
    role: person.role,
    rights: [],
    company: null,
    version: 3,
  });
  beforeAll(async () => {
    world = await GatewayWorld.start({ CALLER_RATE: '10000', CALLER_BURST: '10000' });
    person = world.person();
    world.fake(getMe, () => me() as never);
    world.fake(updateMe, (input) => {
      asked = input;
      return me() as never;
    });
  });
  beforeEach(() => void (asked = null));
  afterAll(() => world.stop());

  it.each([
    ['GET', '"3"', 304],
    ['GET', 'W/"3"', 304],
    ['GET', '"1", W/"3"', 304],
    ['GET', '*', 304],
    ['HEAD', 'W/"3"', 304],
    ['GET', '"2"', 200],
    ['GET', 'W/"2", "4"', 200],
    ['GET', '3', 200],
  ])('%s with If-None-Match: %s is %i', async (method, header, status) => {
    const answer = await world.fetch('/me', { method, as: person, headers: { 'if-none-match': header } });
    expect([answer.status, answer.headers.get('etag')]).toEqual([status, '"3"']);
    expect(answer.headers.get('vary')).toContain('accept-language');
    if (status === 304) expect(await answer.text()).toBe('');
  });

  const patch = (headers: Record<string, string>, body: object = { firstName: 'C' }) =>
    world.fetch('/me', {
      method: 'PATCH',
      as: person,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it.each<[string, UpdateMe]>([
    ['"3"', { ifMatch: 3 }],
    ['"1", "2","3"', { ifMatch: 1, ifMatchOthers: ['2', '3'] }],
    ['W/"1", "3"', { ifMatch: 3 }],
    ['*', {}],
  ])('PATCH with If-Match: %s asks for these versions', async (header, expected) => {
    expect((await patch({ 'if-match': header })).status).toBe(200);
    expect(asked).toEqual({ firstName: 'C', ...expected });
  });

  it.each(['W/"3"', '3', '"abc"', '""', 'W/"3", W/"2"'])(
    'PATCH with If-Match: %s matches nothing',
    async (header) => {
      const answer = await patch({ 'if-match': header });
      expect([answer.status, asked]).toEqual([412, null]);
      expect(await answer.json()).toMatchObject({ code: 'ETAG_MISMATCH' });
    },
  );

  it('PATCH needs a condition, which no body may bring', async () => {
    expect((await patch({})).status).toBe(428);
    for (const field of ['ifMatch', 'ifMatchOthers']) {
      const answer = await patch({ 'if-match': '"3"' }, { firstName: 'C', [field]: 3 });
      expect(answer.status).toBe(400);
    }
  });

  it('is that of the API’s document, compressed and not', async () => {
    const [plain, zipped] = await Promise.all(
      ['identity', 'gzip'].map((coding) =>
        world.fetch('/openapi.json', { headers: { 'accept-encoding': coding } }),
      ),
    );
    const tags = [plain!, zipped!].map((answer) => answer.headers.get('etag')!);
    expect(tags[0]).not.toBe(tags[1]);
    expect([plain!, zipped!].map((answer) => answer.headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(zipped!.headers.get('vary')).toBe('accept-encoding');
    expect(await plain!.json()).toEqual(await zipped!.json());
    for (const [coding, tag] of [
      ['identity', tags[0]!],
      ['gzip', tags[1]!],
      ['gzip', `W/${tags[1]!}`],
    ] as const) {
      const again = await world.fetch('/openapi.json', {
        headers: { 'accept-encoding': coding, 'if-none-match': tag },
      });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it.each([
    ['gzip;q=0', null],
    ['br, gzip;q=0.1', 'gzip'],
    ['*', 'gzip'],
    ['*;q=0', null],
    ['br', null],
    ['GZIP', 'gzip'],
  ])('is served for Accept-Encoding: %s as %s', async (accepted, coding) => {
    const { text } = await world.raw(
      `HEAD /api/v1/openapi.json HTTP/1.1\r\nhost: x\r\naccept-encoding: ${accepted}\r\nconnection: close\r\n\r\n`,
    );
    expect(/content-encoding: (\w+)/.exec(text)?.[1] ?? null).toBe(coding);
  });
});

describe('the language of an answer', () => {
  let world: GatewayWorld;
  beforeAll(
    async () => void (world = await GatewayWorld.start({ CALLER_RATE: '10000', CALLER_BURST: '10000' })),
  );
  afterAll(() => world.stop());

  it.each([
    ['fr, de;q=0.9', {}, 'de'],
    ['DE', {}, 'de'],
    ['de-CH-1996', {}, 'de'],
    ['fr-CH', {}, 'en'],
    ['en;q=0.1, de;q=0.2', {}, 'de'],
    ['de;q=0, en', {}, 'en'],
    ['*', {}, 'en'],
    ['', {}, 'en'],
    ['de', { cookie: 'lang=en' }, 'en'],
    ['en', { cookie: 'a=b; lang=de-AT' }, 'de'],
    ['de', { cookie: 'lang=fr' }, 'de'],
  ])('is for Accept-Language: %s and %j %s, and says so', async (accepted, headers, language) => {
    for (const path of ['/nowhere', '/me', '/licenses/%']) {
      const answer = await world.fetch(path, { headers: { 'accept-language': accepted, ...headers } });
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.headers.get('vary')).toBe('accept-language, authorization, cookie');
      const { detail } = (await answer.json()) as { detail: string };
      expect(/\b(gibt|Bitte|melden|nicht|Felder|Sie)\b/.test(detail)).toBe(language === 'de');
    }
  });

  it.each([
    ['de-AT', 'en', 'de'],
    ['fr', 'de', 'de'],
    ['fr', 'it', 'en'],
  ])('is the account’s first: %s, then the browser’s %s: %s', async (account, accepted, language) => {
    const person = world.person({ language: account });
    const answer = await world.fetch('/events?ago=x', {
      as: person,
      headers: { 'accept-language': accepted },
    });
    expect([answer.status, answer.headers.get('content-language')]).toEqual([400, language]);
  });
});
