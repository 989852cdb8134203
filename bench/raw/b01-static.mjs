/** B1: `node:http`, static JSON. */
import { createServer } from 'node:http';
import { ready, settings } from './child.mjs';

const { reply } = await settings();
const body = Buffer.from(reply);

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () =>
  ready({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port }),
);
