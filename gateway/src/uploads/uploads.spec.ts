import { createRequest } from '@tessera/contracts';
import type { Actor } from '@tessera/platform';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { as, encode, problemOf, TUS, TusClient } from '../../test/uploads/tus-client.js';
import { UploadSweeper } from './upload-sweeper.js';
import { UploadWorld } from '../../test/uploads/upload-world.js';

let world: UploadWorld;
let first: TusClient;
beforeAll(async () => {
  world = await UploadWorld.start();
  first = new TusClient(await world.addGateway());
});
afterAll(() => world.stop());

describe('resumable uploads', () => {
  it('[SUP-044] need the data statement before the first of a person', async () => {
    const actor = world.person();
    const without = await first.announce(actor, 1, { acceptDataStatement: 'false' });
    expect(await problemOf(without)).toEqual([403, 'DATA_STATEMENT_REQUIRED']);
    expect(
      await problemOf(await first.announce(actor, 1, {}, { 'upload-metadata': encode({ filename: 'x' }) })),
    ).toEqual([403, 'DATA_STATEMENT_REQUIRED']);
    await first.announced(actor, 1);
    expect(
      (await first.announce(actor, 1, {}, { 'upload-metadata': encode({ filename: 'x' }) })).status,
    ).toBe(201);
  });

  it('take no more than 4 GB', async () => {
    const actor = world.person();
    expect(await problemOf(await first.announce(actor, 4 * 1024 ** 3 + 1))).toEqual([
      413,
      'PAYLOAD_TOO_LARGE',
    ]);
    const options = await fetch(`${first.url}/api/v1/uploads`, { method: 'OPTIONS' });
    expect(Object.fromEntries(options.headers)).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,termination',
      'tus-max-size': String(4 * 1024 ** 3),
    });
  });

  it('exist for their owner only, for every method', async () => {
    const owner = world.person();
    const id = await first.announced(owner, 5);
    const strangers = [
      world.person({ companyId: owner.companyId, rights: ['requests.manage'] }),
      world.person(),
    ];
    for (const stranger of strangers) {
      expect((await first.head(stranger, id)).status).toBe(404);
      expect(await problemOf(await first.patch(stranger, id, 0, 'hello'))).toEqual([404, 'NOT_FOUND']);
      expect(await problemOf(await first.terminate(stranger, id))).toEqual([404, 'NOT_FOUND']);
    }
    expect((await first.head(owner, id)).headers.get('upload-offset')).toBe('0');
    // Refusals are not logged, so that no client can fill the log with them.
    expect(world.logged).toEqual([]);
    expect(
      await problemOf(await fetch(`${first.url}/api/v1/uploads`, { method: 'POST', headers: TUS })),
    ).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('are not read by the address of the upload', async () => {
    const actor = world.person();
    const id = await first.uploaded(actor, 'secret');
    expect((await fetch(first.addressOf(id), { headers: { ...TUS, ...as(actor) } })).status).toBe(404);
  });

  it('can be terminated, and do not exist then', async () => {
    const actor = world.person();
    const id = await first.announced(actor, 5);
    expect((await first.terminate(actor, id)).status).toBe(204);
    expect((await first.head(actor, id)).status).toBe(404);
    expect(await readdir(join(world.blobs, 'files'))).not.toContain(id);
  });

  it.each([
    ['notes', ['.json']],
    ['notes and bytes', ['.json', '']],
  ])('can be terminated though the sweeper has just deleted their %s', async (_what, deleted) => {
    const actor = world.person();
    const id = await first.announced(actor, 5);
    for (const end of deleted) await rm(join(world.blobs, 'files', `${id}${end}`));
    expect((await first.terminate(actor, id)).status).toBe(204);
    expect((await readdir(join(world.blobs, 'files'))).filter((name) => name.startsWith(id))).toEqual([]);
  });

  it('are closed once a request uses them', async () => {
    const actor = world.person();
    const id = await first.uploaded(actor, 'hello');
    const input = { category: 'portal', subject: 's', description: 'd' } as const;
    await world.support.ask(createRequest, { ...input, attachmentIds: [id] }, actor);
    expect((await first.terminate(actor, id)).status).toBe(404);
    expect(await (await first.download(actor, id)).text()).toBe('hello');
  });

  it('that expired leave nothing on the disk, and others stay', async () => {
    const actor = world.person();
    const [old, kept] = [await first.uploaded(actor, 'old'), await first.uploaded(actor, 'kept')];
    await world.support.query('update attachment set expires_at = now() where id = $1', [old]);
    await world.apps[0]!.get(UploadSweeper, { strict: false }).sweep();
    const left = [
      ...(await readdir(join(world.blobs, 'files'))),
      ...(await readdir(join(world.blobs, 'locks'))),
    ];
    expect(left.filter((name) => name.startsWith(old))).toEqual([]);
    expect(left.filter((name) => name.startsWith(kept))).toEqual([kept, `${kept}.json`]);
    expect(await world.support.query('select 1 from attachment where id = $1', [old])).toEqual([]);
  });

  it('have a place that no Host header can choose, and no cross-origin rules', async () => {
    const response = await first.announce(
      world.person(),
      1,
      {},
      { host: 'evil.example', origin: 'https://evil.example' },
    );
    expect(response.headers.get('location')).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  const refusals: [string, number, string, (actor: Actor, id: string) => Promise<Response>][] = [
    ['a wrong offset', 409, 'CONFLICT', (actor, id) => first.patch(actor, id, 3, 'x')],
    [
      'more than was announced',
      413,
      'PAYLOAD_TOO_LARGE',
      (actor, id) => first.patch(actor, id, 0, 'too much'),
    ],
    ['an id that is none', 404, 'NOT_FOUND', (actor) => first.patch(actor, '..%2f..%2fetc%2fpasswd', 0, 'x')],
    [
      'an unknown id',
      404,
      'NOT_FOUND',
      (actor) => first.patch(actor, '01930000-0000-7000-8000-000000000000', 0, 'x'),
    ],
    ['no size', 400, 'VALIDATION_FAILED', (actor) => first.announce(actor, 0, {}, { 'upload-length': '' })],
    [
      'a deferred size',
      400,
      'VALIDATION_FAILED',
      (actor) => first.announce(actor, 1, {}, { 'upload-defer-length': '1' }),
    ],
    ['a negative size', 400, 'VALIDATION_FAILED', (actor) => first.announce(actor, -1)],
    [
      'broken metadata',
      400,
      'VALIDATION_FAILED',
      (actor) => first.announce(actor, 1, {}, { 'upload-metadata': '§' }),
    ],
    ['a name with NUL', 400, 'VALIDATION_FAILED', (actor) => first.announce(actor, 1, { filename: 'a\0b' })],
    [
      'a name of 5,000 letters',
      400,
      'VALIDATION_FAILED',
      (actor) => first.announce(actor, 1, { filename: 'a'.repeat(5_000) }),
    ],
    [
      'another version of tus',
      400,
      'VALIDATION_FAILED',
      (actor) => first.announce(actor, 1, {}, { 'tus-resumable': '0.2' }),
    ],
    [
      'a body that is JSON',
      415,
      'CONTENT_TYPE_UNSUPPORTED',
      (actor, id) => first.patch(actor, id, 0, '{}', { 'content-type': 'application/json' }),
    ],
    ['no version of tus', 412, 'TUS_VERSION_UNSUPPORTED', (actor, id) => first.terminate(actor, id, {})],
  ];
  it.each(refusals)('refuse %s with %i', async (_what, status, code, act) => {
    const actor = world.person();
    const id = await first.announced(actor, 5);
    expect(await problemOf(await act(actor, id))).toEqual([status, code]);
    expect((await first.patch(actor, id, 0, 'hello')).status).toBe(204);
  });
});
