import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BodyTimeouts } from './body-timeouts.js';

describe('time-outs of request bodies', () => {
  const rules = {
    graceMs: 200,
    minBytesPerSecond: 1_000,
    timeoutMs: 1_500,
    stallTimeoutMs: 400,
    sweepIntervalMs: 20,
  };
  let server: Server;
  let timeouts: BodyTimeouts;
  beforeEach(async () => {
    timeouts = new BodyTimeouts({ 'x-always': 'yes' }, rules);
    const handle = timeouts.watching((request, response) => {
      let size = 0;
      request.on('data', (chunk: Buffer) => (size += chunk.length));
      request.on('end', () => response.end(`read ${size}`));
    });
    server = createServer({ requestTimeout: 0 }, handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    timeouts.stop();
    server.closeAllConnections();
    server.close();
  });

  /** Sends a head, and then the pieces of a body of this length, with a pause after each. */
  async function send(path: string, length: number, pieces: string[], pause: number) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const began = performance.now();
    let text = '';
    let took = 0;
    socket
      .setEncoding('utf8')
      .on('data', (chunk: string) => (text += chunk))
      .on('error', () => undefined);
    const closed = new Promise<void>((resolve) =>
      socket.on('close', () => ((took = performance.now() - began), resolve())),
    );
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`,
    );
    for (const piece of pieces) {
      if (socket.destroyed || text) break;
      socket.write(piece);
      await sleep(pause);
    }
    await Promise.race([closed, sleep(4_000)]);
    socket.destroy();
    return { text, took };
  }
  const LATE = /^HTTP\/1\.1 408 [^]*x-always: yes[^]*"code":"REQUEST_TIMEOUT"/;

  it('answer 408 and close the connection when a body never comes', async () => {
    const { text, took } = await send('/api/v1/key-files', 10, [], 0);
    expect(text).toMatch(LATE);
    expect(took).toBeGreaterThan(150);
    expect(took).toBeLessThan(3_000);
  });

  it('end a body that stops in the middle', async () => {
    expect((await send('/api/v1/key-files', 1_000, ['x'.repeat(100)], 0)).text).toMatch(LATE);
  });

  it('end a body that comes byte by byte', async () => {
    expect((await send('/api/v1/key-files', 1_000, Array<string>(200).fill('x'), 20)).text).toMatch(LATE);
  });

  it('end a body that comes fast enough, but does not end in time', async () => {
    const { text, took } = await send(
      '/api/v1/key-files',
      1_000_000,
      Array<string>(200).fill('x'.repeat(100)),
      20,
    );
    expect(text).toMatch(LATE);
    expect(took).toBeGreaterThan(1_000);
  });

  it('let a body over a slow line come', async () => {
    const { text } = await send('/api/v1/key-files', 1_000, Array<string>(20).fill('x'.repeat(50)), 30);
    expect(text).toMatch(/read 1000$/);
  });

  it('let an upload last, but not stall', async () => {
    const path = '/api/v1/uploads/0190c3c0-0000-7000-8000-000000000000';
    const { text } = await send(path, 100, Array<string>(20).fill('x'.repeat(5)), 100);
    expect(text).toMatch(/read 100$/);
    expect((await send(path, 1_000, ['x'], 0)).text).toMatch(LATE);
  });
});
