import { codeOf } from '@tessera/platform/testing';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { blobStoreOf, type BlobStore } from './blob-store.js';

/** The little of S3's protocol that reading needs; what it is asked is what the test looks at. */
const locks = mkdtempSync(join(tmpdir(), 'tessera-locks-'));
let server: Server;
let asked: IncomingMessage[];
let blobs: BlobStore;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    if (request.url!.startsWith('/files/known')) return response.writeHead(206).end('2345');
    const body = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>';
    return response.writeHead(404, { 'content-type': 'application/xml' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  blobs = await blobStoreOf(
    `s3://key:se%2Fcret@127.0.0.1:${port}/files?region=eu-central-1&tls=false&locks=${locks}`,
  );
});
beforeEach(() => void (asked = []));
afterAll(() => {
  server.close();
  rmSync(locks, { recursive: true });
});

describe('blobs in S3', () => {
  it('are read by range, under the address and with the key of the one setting', async () => {
    expect(await text(await blobs.read('known', { start: 2, end: 5 }))).toBe('2345');
    expect(asked.map((r) => [r.method, r.url!.split('?')[0], r.headers.range])).toEqual([
      ['GET', '/files/known', 'bytes=2-5'],
    ]);
    expect(asked[0]!.headers.authorization).toMatch(/Credential=key\/\d{8}\/eu-central-1\/s3\//);
  });

  it('that are missing are not found', async () => {
    expect(await codeOf(blobs.read('missing', { start: 0, end: 1 }))).toBe('NOT_FOUND');
  });

  it('offer the same extensions of tus as those on a disk', () => {
    expect(blobs.uploads.extensions).toEqual(['creation', 'creation-with-upload', 'termination']);
  });
});
