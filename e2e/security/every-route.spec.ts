import { randomUUID } from 'node:crypto';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, orderCode, owner, staffMember } from '../world/people.js';
import { World } from '../world/world.js';
import { exampleOf, operationsOf, type Operation } from './operations.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- an OpenAPI document, read generically */

/** Every route of the OpenAPI document, met with what no honest client sends: a new route is tested without a line here. */
describe('every route', () => {
  let world: World;
  let acme: Api;
  let operations: Operation[];
  let staff: Api[];

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    const agent = await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    staff = [admin, licenses, agent];
    acme = await owner(
      world,
      'owner@acme.example',
      await orderCode(world, licenses, { companyName: 'Acme GmbH' }),
    );
    // Streams of bytes and of events speak no JSON; their own specs meet them.
    operations = (await operationsOf(world.api())).filter(
      ({ path }) => !/^\/(uploads|events|agent\/connect)/.test(path),
    );
  });
  afterAll(() => world?.stop());

  /** The path with ids that exist nowhere. */
  const concrete = (path: string) => path.replace(/\{\w+\}/g, () => randomUUID());

  /** Sends, and expects a 4xx problem with a stable code within the budget. */
  const refused = async (
    api: Api,
    o: Operation,
    body?: object | string,
    headers: Record<string, string> = {},
  ) => {
    const began = performance.now();
    const path = concrete(o.path) + (o.path.includes('?') ? '' : o.query);
    const answer = await api.send(o.method, path, body, headers);
    const text = await answer.text();
    const told = { route: `${o.method} ${o.path}`, status: answer.status, text: text.slice(0, 300) };
    if (answer.status < 400 || answer.status > 499) throw new Error(`answered ${JSON.stringify(told)}`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = JSON.parse(text);
    expect(problem).toMatchObject({
      status: answer.status,
      code: expect.stringMatching(/^[A-Z][A-Z0-9_]+$/),
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(text).not.toMatch(/rpc\.|select |at \/|node_modules|stack/i);
    expect(performance.now() - began).toBeLessThan(6_100);
    return problem;
  };
  const writing = () => operations.filter((o) => o.body);

  it('stands in the document', () => {
    expect(operations.filter((o) => o.open).map((o) => o.path)).toEqual(
      expect.arrayContaining(['/auth/sign-in', '/products', '/key-files', '/activations']),
    );
  });

  it('refuses strangers, unless it is for everybody', async () => {
    for (const o of operations.filter((x) => !x.open)) {
      expect((await refused(world.api(), o, o.body && {})).code).toBe('UNAUTHENTICATED');
      const forged = await refused(world.api('forged.token.here'), o, o.body && exampleOf(o.body));
      expect(o.credential ? forged.code.replace('TOKEN_REJECTED', 'UNAUTHENTICATED') : forged.code).toBe(
        'UNAUTHENTICATED',
      );
    }
  });

  it('of the vendor’s side does not exist for customers', async () => {
    for (const o of operations.filter((x) => x.staff)) {
      const sample = o.body ? exampleOf(o.body) : undefined;
      expect((await refused(acme, o, sample)).status).toBe(404);
    }
  });

  it('with an id that is nobody’s or another company’s is 404', async () => {
    for (const o of operations.filter((x) => x.path.includes('{') && !x.open && !x.staff && !x.credential)) {
      const problem = await refused(
        acme,
        o,
        o.body && exampleOf(o.body),
        o.method === 'PATCH' ? { 'if-match': '"1"' } : {},
      );
      expect({ route: `${o.method} ${o.path}`, code: problem.code }).toEqual({
        route: `${o.method} ${o.path}`,
        code: 'NOT_FOUND',
      });
    }
  });

  it('refuses what is no JSON, no object, not UTF-8, twice the same field, or another content type', async () => {
    for (const o of writing()) {
      for (const body of [
        '{',
        '[]',
        '"x"',
        '1e400',
        '{"a":1,"a":2}',
        '{"__proto__":{"x":1}}',
        `{"a":${'['.repeat(1000)}`,
      ]) {
        await refused(acme, o, body, { 'content-type': 'application/json' });
      }
      const plain = await refused(acme, o, 'a=b', { 'content-type': 'text/plain' });
      expect(plain.code).toBe('CONTENT_TYPE_UNSUPPORTED');
    }
  });

  it('refuses unknown fields, and rights that nobody asked for', async () => {
    for (const o of writing()) {
      const problem = await refused(
        acme,
        o,
        { ...exampleOf(o.body), companyId: randomUUID(), role: 'owner', isStaff: true },
        o.method === 'PATCH' ? { 'if-match': '"1"' } : {},
      );
      if (!o.staff && !o.credential && !o.tolerant) expect(problem.code).toBe('VALIDATION_FAILED');
    }
  });

  it('refuses missing fields, wrong types, NUL, and texts of a megabyte', async () => {
    for (const o of writing()) {
      if (o.body.required?.length || o.body.oneOf) await refused(acme, o, {});
      for (const [name, schema] of Object.entries<any>(o.body.properties ?? {})) {
        await refused(acme, o, { ...exampleOf(o.body), [name]: { not: 'this' } });
        if (schema.type === 'string') {
          await refused(acme, o, { ...exampleOf(o.body), [name]: 'a\u0000b' });
          await refused(acme, o, { ...exampleOf(o.body), [name]: '\ud800' });
          expect(
            (await refused(acme, o, { ...exampleOf(o.body), [name]: 'x'.repeat(1_000_000) })).status,
          ).toBe(413);
        }
      }
    }
  });

  /** The member of the vendor's staff who may read it, so that a refusal is the query's. */
  const readerOf = async (o: Operation): Promise<Api> => {
    for (const api of staff) if ((await api.send('GET', o.path + o.query)).status === 200) return api;
    throw new Error(`nobody may read ${o.path}`);
  };

  it('refuses hostile queries', async () => {
    for (const o of operations.filter((x) => x.method === 'GET' && !x.path.includes('{'))) {
      const reader = o.staff ? await readerOf(o) : acme;
      for (const query of [
        'limit=0',
        'limit=101',
        'limit=x',
        'cursor=nonsense',
        'unknown=1',
        `cursor=${'A'.repeat(400)}`,
      ]) {
        await refused(reader, { ...o, path: `${o.path}?${query}` });
      }
    }
  });

  it('takes no other method, and no method by header', async () => {
    const answer = await acme.send('PUT', '/licenses', {}, { 'x-http-method-override': 'GET' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('GET');
  });

  it('refuses pages of other sites', async () => {
    for (const o of writing()) {
      const problem = await refused(
        acme,
        o,
        {},
        { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      );
      expect(problem.code).toBe('ORIGIN_REFUSED');
    }
  });

  it('sends the headers that keep browsers careful', async () => {
    for (const path of ['/products', '/me', '/nowhere']) {
      const { headers } = await acme.send('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
