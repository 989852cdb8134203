/** B11: a stream of bytes from HTTP to disk, raw; answered when it is there, and not only in the kernel's memory. */
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ready, settings } from './child.mjs';

const { folder } = await settings();
let uploads = 0;

const server = createServer({ requestTimeout: 0 }, async (request, response) => {
  await pipeline(request, createWriteStream(join(folder, `upload-${uploads++}`), { flush: true }));
  response.writeHead(204).end();
});
server.listen(0, '127.0.0.1', () =>
  ready({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port }),
);
