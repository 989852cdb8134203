import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Actor } from '@tessera/platform';
import { S3Server } from '../../test/uploads/s3-server.js';
import { as, problemOf, TUS, TusClient } from '../../test/uploads/tus-client.js';
import { UploadWorld } from '../../test/uploads/upload-world.js';
import { UploadSweeper } from './upload-sweeper.js';

let world: UploadWorld;
let s3: S3Server;
let client: TusClient;
beforeAll(async () => {
  world = await UploadWorld.start();
  s3 = await S3Server.start();
  world.blobUrl = s3.url(join(world.blobs, 'locks'));
  client = new TusClient(await world.addGateway());
});
afterEach(() => void (s3.refusing = () => false));
afterAll(async () => {
  await world.stop();
  await s3.stop();
});

const MIB = 2 ** 20;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const send = (actor: Actor, id: string, offset: number, body: Uint8Array) => {
  const at = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  const init = { method: 'PATCH', headers: { ...TUS, ...as(actor), ...at }, body } as RequestInit;
  return fetch(client.addressOf(id), init);
};
const offsetOf = async (actor: Actor, id: string) =>
  Number((await client.head(actor, id)).headers.get('upload-offset'));
const arrived = async (actor: Actor, id: string) =>
  sha256(new Uint8Array(await (await client.download(actor, id)).arrayBuffer()));
const left = (id: string) => [
  ...[...s3.objects.keys()].filter((key) => key.startsWith(id)),
  ...[...s3.multiparts.values()].filter((upload) => upload.key === id),
];

describe('uploads into S3', () => {
  it('arrive unchanged, in pieces of any size', async () => {
    const actor = world.person();
    const file = randomBytes(19 * MIB);
    const id = await client.announced(actor, file.length);
    let at = 0;
    for (const piece of [MIB, 3 * MIB, 11 * MIB, 2 * MIB, 2 * MIB]) {
      expect((await send(actor, id, at, file.subarray(at, at + piece))).status).toBe(204);
      expect(await offsetOf(actor, id)).toBe((at += piece));
    }
    expect(await arrived(actor, id)).toBe(sha256(file));
    expect([...s3.multiparts.values()]).toEqual([]);
  });

  it('go on where the storage failed, not behind a part that is missing', async () => {
    const actor = world.person();
    const file = randomBytes(20 * MIB);
    const id = await client.announced(actor, file.length);
    s3.refusing = ({ method, url }) => method === 'PUT' && url!.includes('partNumber=2&');
    expect(await problemOf(await send(actor, id, 0, file))).toEqual([503, 'UNAVAILABLE']);
    s3.refusing = () => false;
    const offset = await offsetOf(actor, id);
    expect(offset).toBe(8 * MIB);
    expect((await send(actor, id, offset, file.subarray(offset))).status).toBe(204);
    expect(await arrived(actor, id)).toBe(sha256(file));
  });

  it('are completed when the storage is back, if it was unavailable after the last byte', async () => {
    const actor = world.person();
    const file = randomBytes(9 * MIB);
    const id = await client.announced(actor, file.length);
    s3.refusing = ({ method, url }) => method === 'POST' && url!.includes('uploadId=');
    expect(await problemOf(await send(actor, id, 0, file))).toEqual([503, 'UNAVAILABLE']);
    expect((await client.head(actor, id)).status).toBe(503);
    expect((await client.download(actor, id)).status).toBe(404);
    s3.refusing = () => false;
    expect(await offsetOf(actor, id)).toBe(file.length);
    expect(await arrived(actor, id)).toBe(sha256(file));
  });

  it('are refused while the storage is unavailable, and never answered as unknown', async () => {
    const actor = world.person();
    const id = await client.announced(actor, MIB);
    const whole = await client.uploaded(actor, 'whole');
    const other = new TusClient(await world.addGateway());
    s3.refusing = () => true;
    expect((await other.head(actor, id)).status).toBe(503);
    expect(await problemOf(await other.patch(actor, id, 0, 'x'))).toEqual([503, 'UNAVAILABLE']);
    expect(await problemOf(await other.announce(actor, 1))).toEqual([503, 'UNAVAILABLE']);
    expect(await problemOf(await other.download(actor, whole))).toEqual([503, 'UNAVAILABLE']);
  });

  it('leave nothing behind where the storage failed while they were begun', async () => {
    const before = [...s3.multiparts.keys()];
    s3.refusing = ({ method, url }) => method === 'PUT' && url!.includes('.info');
    expect(await problemOf(await client.announce(world.person(), 1))).toEqual([503, 'UNAVAILABLE']);
    expect(s3.multiparts.size).toBe(before.length + 1);
    s3.refusing = () => false;
    await world.apps[0]!.get(UploadSweeper, { strict: false }).sweep();
    expect([...s3.multiparts.keys()]).toEqual(before);
  });

  it('leave nothing behind when they expire: begun, half of it there, or whole', async () => {
    const actor = world.person();
    const begun = await client.announced(actor, MIB);
    const half = await client.announced(actor, 12 * MIB);
    expect((await send(actor, half, 0, randomBytes(9 * MIB))).status).toBe(204);
    expect(left(half).length).toBeGreaterThan(2);
    const whole = await client.uploaded(actor, 'whole');
    const kept = await client.uploaded(actor, 'kept');
    const old = [begun, half, whole];
    await world.support.query('update attachment set expires_at = now() where id = any($1)', [old]);
    const sweeper = world.apps[0]!.get(UploadSweeper, { strict: false });
    s3.refusing = ({ url }) => url!.includes(half);
    await expect(sweeper.sweep()).rejects.toThrow();
    s3.refusing = () => false;
    await sweeper.sweep();
    for (const id of old) expect(left(id)).toEqual([]);
    expect(await world.support.query('select 1 from attachment where id = any($1)', [old])).toEqual([]);
    expect(await arrived(actor, kept)).toBe(sha256(Buffer.from('kept')));
  });
});
