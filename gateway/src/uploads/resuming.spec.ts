import { openAttachment } from '@tessera/contracts';
import { codeOf, eventually } from '@tessera/platform/testing';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Upload, type UploadOptions } from 'tus-js-client';
import { bigFile } from '../../test/uploads/big-file.js';
import { as, TUS, TusClient } from '../../test/uploads/tus-client.js';
import { UploadWorld } from '../../test/uploads/upload-world.js';

let world: UploadWorld;
let first: TusClient;
let second: TusClient;
beforeAll(async () => {
  world = await UploadWorld.start();
  [first, second] = [new TusClient(await world.addGateway()), new TusClient(await world.addGateway())];
});
afterAll(() => world.stop());

describe('resumable uploads', () => {
  it('[SUP-044] take 200 MB, interrupted once and resumed through another gateway, unchanged', async () => {
    const actor = world.person();
    const file = await bigFile(200);
    const options = (more: UploadOptions): UploadOptions => ({
      uploadSize: file.size,
      headers: as(actor),
      metadata: { filename: 'dump.bin', acceptDataStatement: 'true' },
      retryDelays: [],
      ...more,
    });
    const address = await new Promise<string>((interrupted, fail) => {
      const upload: Upload = new Upload(
        createReadStream(file.path) as never,
        options({
          endpoint: `${first.url}/api/v1/uploads`,
          onProgress: (sent) => sent > 80e6 && void upload.abort().then(() => interrupted(upload.url!)),
          onError: fail,
        }),
      );
      upload.start();
    });
    const id = address.split('/').at(-1)!;
    expect(await codeOf(world.support.ask(openAttachment, { id }, actor))).toBe('NOT_FOUND');
    const began = await new Promise<number>((finished, fail) => {
      let first = -1;
      const upload: Upload = new Upload(
        createReadStream(file.path) as never,
        options({
          uploadUrl: `${second.url}/api/v1/uploads/${id}`,
          onProgress: (sent) => void (first < 0 && (first = sent)),
          onSuccess: () => finished(first),
          onError: fail,
        }),
      );
      upload.start();
    });
    expect(began).toBeGreaterThan(10e6);
    const received = createHash('sha256');
    const body = (await first.download(actor, id)).body!;
    for await (const chunk of body) received.update(chunk as Uint8Array);
    expect(received.digest('hex')).toBe(file.sha256);
    await rm(file.path);
  }, 120_000);

  it('go on after a connection that broke silently', async () => {
    const actor = world.person();
    const id = await first.announced(actor, 10);
    const { hostname, port } = new URL(first.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `PATCH /api/v1/uploads/${id} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n` +
        `Content-Type: application/offset+octet-stream\r\nContent-Length: 10\r\n` +
        `Authorization: Bearer ${actor.userId}\r\n\r\n01234`,
    );
    await eventually(async () => expect((await stat(join(world.blobs, 'files', id))).size).toBe(5));
    // The first connection is still open and holds the lock: the resuming request takes it over.
    const resumed = await second.head(actor, id);
    expect([resumed.status, resumed.headers.get('upload-offset')]).toEqual([200, '5']);
    expect((await second.patch(actor, id, 5, '56789')).status).toBe(204);
    expect(await (await first.download(actor, id)).text()).toBe('0123456789');
    socket.destroy();
  });

  it('are complete although the person’s token has expired while the bytes came', async () => {
    const actor = world.person();
    const id = await first.announced(actor, 2_000_000);
    const half = Buffer.alloc(1_000_000);
    // Services forgive a minute, so this one is good for two more seconds.
    world.token = await world.support.identity.token(actor, '58s ago');
    const slow = new ReadableStream({
      async start(controller) {
        controller.enqueue(new Uint8Array(half));
        await eventually(async () =>
          expect((await stat(join(world.blobs, 'files', id))).size).toBe(1_000_000),
        );
        await eventually(async () => expect((await first.download(actor, id)).status).toBe(401));
        controller.enqueue(new Uint8Array(half));
        controller.close();
      },
    });
    const headers = {
      ...TUS,
      ...as(actor),
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    const init = { method: 'PATCH', headers, body: slow, duplex: 'half' } as RequestInit;
    expect((await fetch(first.addressOf(id), init)).status).toBe(204);
    world.token = null;
    expect(await codeOf(world.support.ask(openAttachment, { id }, actor))).toBe('OK');
  });

  it('become complete by asking again, where the support service missed the last byte', async () => {
    const actor = world.person();
    const id = await first.uploaded(actor, 'hello');
    await world.support.query(`update attachment set state = 'uploading' where id = $1`, [id]);
    expect((await first.head(actor, id)).status).toBe(200);
    expect(await codeOf(world.support.ask(openAttachment, { id }, actor))).toBe('OK');
  });
});
