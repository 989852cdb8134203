import { createRequest, getLicense, updateMe } from '@tessera/contracts';
import { problemDocument, Problem } from '@tessera/platform';
import { GatewayWorld, type Person } from '../../test/gateway-world.js';

const ID = '0190a000-0000-7000-8000-0000000000ab';
const seen = () => new Problem(problemDocument('NOT_FOUND', 'not_found', 'trace'));

describe('what people send', () => {
  let world: GatewayWorld;
  let person: Person;
  let asked: Record<string, unknown> | null = null;
  beforeAll(async () => {
    world = await GatewayWorld.start({ CALLER_RATE: '10000', CALLER_BURST: '10000' });
    person = world.person();
    // What arrived is all that is looked at.
    for (const contract of [getLicense, updateMe, createRequest]) {
      world.fake(contract, ((input: Record<string, unknown>) => {
        asked = input;
        throw seen();
      }) as never);
    }
  });
  beforeEach(() => void (asked = null));
  afterAll(() => world.stop());

  const send = (method: string, path: string, body: string, headers: Record<string, string> = {}) =>
    world.fetch(path, {
      method,
      as: person,
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const patchMe = (body: string) => send('PATCH', '/me', body, { 'if-match': '"1"' });

  it('finds an id in capitals, in the path and in the body', async () => {
    await world.fetch(`/licenses/${ID.toUpperCase()}`, { as: person });
    expect(asked).toEqual({ id: ID });
    const fields = { category: 'technical', subject: 's', description: 'd', productId: ID.toUpperCase() };
    await send('POST', '/requests', JSON.stringify(fields));
    expect(asked).toMatchObject({ productId: ID });
  });

  it('puts names and texts into one form before a service sees them', async () => {
    await patchMe(
      JSON.stringify({ firstName: '  Jose\u0301\u202e\u200b ', country: 'ch', language: 'DE-ch' }),
    );
    expect(asked).toEqual({ firstName: 'Jos\u00e9', country: 'CH', language: 'de-CH', ifMatch: 1 });
    await send(
      'POST',
      '/requests',
      JSON.stringify({ category: 'portal', subject: ' a\u2067b ', description: '\n one\r\n two \n' }),
    );
    expect(asked).toMatchObject({ subject: 'ab', description: 'one\r\n two' });
  });

  it.each([' \u00a0\n', '\u3164\u2800', '\u200b\u202e'])(
    'refuses a text that shows nothing: %j',
    async (blank) => {
      const fields = { category: 'portal', subject: blank, description: blank };
      const answer = await send('POST', '/requests', JSON.stringify(fields));
      expect([answer.status, asked]).toEqual([400, null]);
      const { errors } = (await answer.json()) as { errors: { field: string; code: string }[] };
      expect(errors.map((e) => `${e.field} ${e.code}`)).toEqual([
        'subject TOO_SHORT',
        'description TOO_SHORT',
      ]);
    },
  );

  it.each([
    ['a field twice, one behind blanks', `{"country":"DE","country"${' '.repeat(25)}:"AT"}`],
    ['__proto__ behind blanks', `{"country":"DE","__proto__"${' '.repeat(25)}:{"a":1}}`],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
  ])('refuses a body with %s', async (_what, body) => {
    const answer = await patchMe(body);
    expect([answer.status, asked]).toEqual([400, null]);
    expect(await answer.json()).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
