/** B3: a gateway by hand: `node:http`, one request on the bus, the answer back. The front of B6 and B7 too. */
import { createServer } from 'node:http';
import { ready, settings } from './child.mjs';
import { connectNats } from './nats.mjs';

const options = await settings();
const nc = await connectNats(options);

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  /** @type {Buffer[]} */
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    try {
      // A GET has no body: what the service shall look for stands in the address.
      const input = parts.length ? Buffer.concat(parts) : `{"url":"${request.url}"}`;
      const answer = await nc.request(options.subject, input, { timeout: 5_000 });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.data.length });
      response.end(answer.data);
    } catch {
      response.writeHead(503).end();
    }
  });
});
server.listen(0, '127.0.0.1', () =>
  ready({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port }),
);
