import { addLicense, getMe, listProducts, listSeats, releaseSeat, updateMe } from '@tessera/contracts';
import { Refusal, uuidv7 } from '@tessera/platform';
import { EdgeWorld, type Asked } from './edge-world.js';
import type { Person } from './gateway-world.js';

const NOW = '2026-01-02T03:04:05.000Z';
const license = {
  id: uuidv7(),
  serialNumber: 'S-1',
  activationCode: null,
  product: { id: uuidv7(), name: 'Editor' },
  status: 'active' as const,
  seats: { limit: 3, used: 1 },
  startsAt: NOW,
  expiresAt: NOW,
  orderNumber: 'O-1',
  addedAt: NOW,
  keyFiles: [],
  supersededBy: null,
};

describe('a request at the gateway', () => {
  let edge: EdgeWorld;
  let person: Person;
  let added: Asked<typeof addLicense>[];
  let listed: Asked<typeof listSeats>[];
  let released: Asked<typeof releaseSeat>[];
  let updated: Asked<typeof updateMe>[];

  beforeAll(async () => {
    edge = await EdgeWorld.start();
    person = edge.world.person();
    const me = {
      id: person.userId,
      email: 'a@acme.example',
      firstName: 'A',
      lastName: 'B',
      country: 'DE',
      language: null,
      rights: [],
      role: 'owner' as const,
      company: null,
      version: 7,
    };
    edge.answers(listProducts, () => ({ items: [] }));
    edge.answers(getMe, () => me);
    updated = edge.answers(updateMe, ({ ifMatch }) => {
      if (ifMatch !== 7) throw new Refusal('ETAG_MISMATCH');
      return { ...me, version: 8 };
    });
    listed = edge.answers(listSeats, () => ({ items: [], nextCursor: null }));
    released = edge.answers(releaseSeat, () => null as never);
    added = edge.answers(addLicense, ({ activationCode }) => {
      if (activationCode === 'TAKEN') throw new Refusal('LICENSE_ALREADY_ADDED');
      return license;
    });
  });
  beforeEach(() => {
    for (const asked of [added, listed, released, updated]) asked.length = 0;
  });
  afterAll(() => edge.stop());

  it('gets the version as ETag and not in the body', async () => {
    const answer = await edge.send('get', '/me', person);
    expect([answer.status, answer.headers.etag]).toEqual([200, '"7"']);
    expect(answer.body).not.toHaveProperty('version');
  });

  it.each([
    ['"7"', 304],
    ['"6"', 200],
  ])('with If-None-Match: %s gets %i', async (tag, status) => {
    const answer = await edge.send('get', '/me', person).set('if-none-match', tag);
    expect([answer.status, answer.headers.etag]).toEqual([status, '"7"']);
    expect(answer.text === '').toBe(status === 304);
  });

  it.each([
    ['of now', '"7"', 200, '"8"'],
    ['of earlier', '"6"', 412, undefined],
  ])('changes the version %s, If-Match: %s: %i', async (_which, tag, status, etag) => {
    const answer = await edge.send('patch', '/me', person).set('if-match', tag).send({ firstName: 'C' });
    expect([answer.status, answer.headers.etag]).toEqual([status, etag]);
    expect(updated.map(({ input }) => input)).toEqual([{ firstName: 'C', ifMatch: Number(tag[1]) }]);
  });

  it('that changes without If-Match reaches no service', async () => {
    const answer = await edge.send('patch', '/me', person).send({ firstName: 'C' });
    expect([answer.status, answer.body.code, updated]).toEqual([428, 'ETAG_REQUIRED', []]);
  });

  it('brings fields from the path and the query together', async () => {
    expect((await edge.send('get', `/licenses/${license.id}/seats?limit=5`, person)).status).toBe(200);
    expect(listed.map(({ input }) => input)).toEqual([{ id: license.id, limit: 5 }]);
  });

  it('may not name a field of the path again', async () => {
    const answer = await edge.send('get', `/licenses/${license.id}/seats?id=${uuidv7()}`, person);
    expect([answer.status, listed]).toEqual([400, []]);
    expect(answer.body.errors).toMatchObject([{ field: 'id', code: 'UNKNOWN_FIELD' }]);
  });

  it('takes all of its fields from the path, and gets no body from a contract without a reply', async () => {
    const seatId = uuidv7();
    const answer = await edge.send('delete', `/licenses/${license.id}/seats/${seatId}`, person);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(released.map(({ input }) => input)).toEqual([{ id: license.id, seatId }]);
  });

  it('with a malformed id in the path asks for what does not exist', async () => {
    const answer = await edge.send('get', '/licenses/none/seats', person);
    expect([answer.status, answer.body.code, listed]).toEqual([404, 'NOT_FOUND', []]);
  });

  it('passes its Idempotency-Key on, and is answered by 201', async () => {
    const body = { activationCode: 'CODE' };
    const answer = await edge.send('post', '/licenses', person).set('idempotency-key', 'once-1').send(body);
    expect([answer.status, answer.body]).toEqual([201, license]);
    expect(added).toEqual([{ input: body, idempotencyKey: 'once-1' }]);
  });

  it('without an Idempotency-Key passes none on', async () => {
    await edge.send('post', '/licenses', person).send({ activationCode: 'CODE' });
    expect(added.map(({ idempotencyKey }) => idempotencyKey)).toEqual([null]);
  });

  it.each(['a b', 'x'.repeat(256)])('is refused with the Idempotency-Key %p', async (key) => {
    const answer = await edge
      .send('post', '/licenses', person)
      .set('idempotency-key', key)
      .send({ activationCode: 'CODE' });
    expect([answer.status, added]).toEqual([400, []]);
    expect(answer.body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  it.each([
    ['en', 'en'],
    ['de-AT, en;q=0.5', 'de'],
  ])('gets a service’s refusal as a problem in its language: %s', async (accepted, language) => {
    const answer = await edge
      .send('post', '/licenses', person)
      .set('accept-language', accepted)
      .send({ activationCode: 'TAKEN' });
    expect(answer.status).toBe(409);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    });
    expect(answer.body).toMatchObject({ status: 409, code: 'LICENSE_ALREADY_ADDED' });
    expect(/\b(ist|Lizenz|bereits)\b/.test(answer.body.detail)).toBe(language === 'de');
    expect(answer.body).not.toHaveProperty('retryable');
  });

  it('without a session gets 401 where one is needed, and reaches no service', async () => {
    const answer = await edge.send('post', '/licenses').send({ activationCode: 'CODE' });
    expect([answer.status, answer.body.code, added]).toEqual([401, 'UNAUTHENTICATED', []]);
  });

  it('with a field that the contract does not know names the field', async () => {
    const answer = await edge.send('post', '/licenses', person).send({ activationCode: 'CODE', more: 1 });
    expect([answer.status, added]).toEqual([400, []]);
    expect(answer.body.errors).toMatchObject([{ field: 'more', code: 'UNKNOWN_FIELD' }]);
  });

  it.each([
    ['neither of two fields that exclude each other', {}],
    ['both of them', { activationCode: 'CODE', keyFile: 'file' }],
  ])('with %s names the first, and reaches no service', async (_what, body) => {
    const answer = await edge.send('post', '/licenses', person).send(body);
    expect([answer.status, answer.body.code, added]).toEqual([400, 'VALIDATION_FAILED', []]);
    expect(answer.body.errors).toEqual([
      { field: 'activationCode', code: 'ONE_OF', detail: 'give either activationCode or keyFile' },
    ]);
  });

  it('in another format than JSON is 415', async () => {
    const answer = await edge.send('post', '/licenses', person).type('text/plain').send('code');
    expect([answer.status, answer.body.code]).toEqual([415, 'CONTENT_TYPE_UNSUPPORTED']);
  });

  it('by a method that the path does not take is 405, with those that it takes', async () => {
    const answer = await edge.send('put', '/licenses', person).send({});
    expect([answer.status, answer.body.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS, POST');
    const options = await edge.send('options', '/licenses');
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  });

  it('for an unknown path is 404', async () => {
    const answer = await edge.send('get', '/nowhere');
    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('by HEAD gets the headers of GET without a body', async () => {
    const [get, head] = [await edge.send('get', '/products'), await edge.send('head', '/products')];
    expect([get.status, get.body]).toEqual([200, { items: [] }]);
    expect([head.status, head.text ?? '']).toEqual([200, '']);
    for (const name of ['content-type', 'content-length', 'vary'])
      expect(head.headers[name]).toBe(get.headers[name]);
  });
});
