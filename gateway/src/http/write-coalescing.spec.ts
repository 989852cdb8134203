import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { coalesceWritesPerTick, disableWriteCoalescing } from './write-coalescing.js';

describe('the answers of one iteration of the event loop', () => {
  let server: Server;
  let clients: Socket[];

  /** Also connects as many clients. */
  async function serve(handle: RequestListener, count: number): Promise<void> {
    server = createServer(handle);
    coalesceWritesPerTick(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    clients = Array.from({ length: count }, () => connect({ port, host: '127.0.0.1', noDelay: true }));
    while ((await promisify(server.getConnections.bind(server))()) < count) await sleep(5);
  }
  afterEach(() => {
    for (const client of clients) client.destroy();
    server.close();
  });

  const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nhost: x\r\n${more}\r\n`;
  const last = (path: string) => get(path, 'connection: close\r\n');

  it('are written at its end, in their order', async () => {
    const seen: string[] = [];
    await serve((request, response) => {
      seen.push(`asked ${request.url}`);
      response.on('finish', () => seen.push(`left ${request.url}`)).end(request.url);
    }, 3);
    const answers = Promise.all(clients.map((client) => text(client)));
    clients.forEach((client, n) => client.write(last(`/${n}`)));
    // So that the next iteration finds all of them.
    for (const until = performance.now() + 50; performance.now() < until;);
    for (const [n, answer] of (await answers).entries()) expect(answer).toMatch(new RegExp(`\r\n\r\n/${n}$`));
    expect(seen.slice(0, 3).sort()).toEqual(['asked /0', 'asked /1', 'asked /2']);
    expect(seen.slice(3)).toEqual(seen.slice(0, 3).map((line) => line.replace('asked', 'left')));
  });

  it('are whole, whether written in pieces, in one, or without a body, one after the other on a connection', async () => {
    const pieces = ['a', 'b'.repeat(100_000), 'c'];
    await serve((request, response) => {
      if (request.url === '/none') return response.writeHead(204).end();
      if (request.url === '/one') return response.end('one');
      for (const piece of pieces) response.write(piece);
      return setTimeout(() => response.end('end'), 20);
    }, 1);
    const answer = text(clients[0]!);
    clients[0]!.write(get('/pieces') + get('/none') + get('/one') + last('/pieces'));
    const bodies = (await answer).split(/HTTP\/1\.1 (?:200 OK|204 No Content)\r\n/);
    const chunked = [...pieces, 'end']
      .map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
      .join('');
    expect(bodies.map((body) => body.slice(body.indexOf('\r\n\r\n') + 4))).toEqual([
      expect.anything(),
      `${chunked}0\r\n\r\n`,
      '',
      'one',
      `${chunked}0\r\n\r\n`,
    ]);
  });

  it('are written piece by piece where they are made so', async () => {
    await serve((_request, response) => void response.write('now'), 1);
    clients[0]!.write(get('/'));
    const [first] = (await clients[0]!.take(1).toArray()) as Buffer[];
    expect(String(first)).toContain('now');
  });

  it('are written at once on a connection whose unwritten bytes are looked at', async () => {
    const waiting: number[] = [];
    await serve((request, response) => {
      if (request.url === '/events') disableWriteCoalescing(request.socket);
      response.write('a'.repeat(1_000));
      process.nextTick(() => waiting.push(response.writableLength));
      response.end();
    }, 2);
    for (const [n, path] of ['/', '/events'].entries()) {
      const answer = text(clients[n]!);
      clients[n]!.write(last(path));
      await answer;
    }
    expect(waiting).toEqual([expect.any(Number), 0]);
    expect(waiting[0]).toBeGreaterThan(1_000);
  });

  it('reach the other clients when one has disconnected', async () => {
    await serve((request, response) => {
      if (request.url === '/destroyed') request.socket.destroy();
      response.end('there');
    }, 2);
    const answer = text(clients[1]!);
    clients[0]!.on('error', () => undefined).write(get('/destroyed'));
    clients[1]!.write(last('/'));
    expect(await answer).toMatch(/there$/);
  });
});
