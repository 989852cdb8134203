import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getKeyFile, openAttachment } from '@tessera/contracts';
import { uuidv7 } from '@tessera/platform';
import { EdgeWorld } from './edge-world.js';
import type { Person } from './gateway-world.js';

describe('a download', () => {
  let edge: EdgeWorld;
  let person: Person;
  let folder: string;
  const id = uuidv7();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-downloads-'));
    await mkdir(join(folder, 'files'));
    await writeFile(join(folder, 'files', id), '0123456789');
    edge = await EdgeWorld.start({ BLOB_URL: pathToFileURL(folder).href });
    person = edge.world.person();
    edge.answers(openAttachment, () => ({ fileName: 'Bild ü.svg', size: 10, blobKey: id }));
    edge.answers(getKeyFile, ({ name }) => ({ name, text: 'key\r\n' }));
  });
  afterAll(async () => {
    await edge.stop();
    await rm(folder, { recursive: true });
  });

  const attachment = (headers: Record<string, string> = {}) =>
    edge.send('get', `/attachments/${id}`, person).set(headers).buffer(true);

  it('of a key file is its bytes, under its name', async () => {
    const answer = await edge.send('get', `/licenses/${id}/key-files/ABCD.key`, person).buffer(true);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=ABCD.key',
    });
    expect(String(answer.body)).toBe('key\r\n');
  });

  it('of an attachment is nothing that a browser shows', async () => {
    const answer = await attachment();
    expect([answer.status, String(answer.body)]).toEqual([200, '0123456789']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="Bild _.svg"; filename*=UTF-8''Bild%20%C3%BC.svg`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
      etag: `"${id}"`,
    });
  });

  it('of a range is that part', async () => {
    const answer = await attachment({ range: 'bytes=2-4', 'if-range': `"${id}"` });
    expect([answer.status, String(answer.body)]).toEqual([206, '234']);
    expect(answer.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' });
  });

  it('of a range outside of the file is a problem', async () => {
    const answer = await edge.send('get', `/attachments/${id}`, person).set('range', 'bytes=10-');
    expect([answer.status, answer.body.code]).toEqual([416, 'RANGE_NOT_SATISFIABLE']);
    expect(answer.headers['content-range']).toBe('bytes */10');
  });

  it('of what the client has is 304', async () => {
    expect((await attachment({ 'if-none-match': `"${id}"` })).status).toBe(304);
  });

  it('by HEAD has the length and no bytes', async () => {
    const answer = await edge.send('head', `/attachments/${id}`, person);
    expect([answer.status, answer.headers['content-length'], answer.text ?? '']).toEqual([200, '10', '']);
  });
});
