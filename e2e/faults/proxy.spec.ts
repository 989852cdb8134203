import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Proxy } from './proxy.js';

describe('the bad network', () => {
  let echo: Server;
  let proxy: Proxy;
  let accepted: Socket[];
  const opened: Socket[] = [];
  beforeAll(async () => {
    // It ends only when it is told to, so that a half-closed connection can be seen.
    echo = createServer({ allowHalfOpen: true }, (socket) => {
      accepted.push(socket);
      socket.on('data', (chunk) => void socket.write(chunk)).on('error', () => undefined);
    });
    await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
  });
  beforeEach(async () => {
    accepted = [];
    proxy = await Proxy.to((echo.address() as AddressInfo).port);
  });
  afterEach(() => proxy.close());
  afterAll(() => {
    for (const socket of [...opened, ...accepted]) socket.destroy();
    echo.close();
  });

  /** A connection through the proxy, and everything that came back on it. */
  async function client() {
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    opened.push(socket);
    let received = '';
    let end: 'open' | 'ended' | 'reset' = 'open';
    socket
      .on('data', (chunk) => (received += chunk.toString()))
      .on('end', () => (end = 'ended'))
      .on('error', () => (end = 'reset'))
      .on('close', (failed) => failed && (end = 'reset'));
    await once(socket, 'connect').catch(() => undefined);
    return { socket, text: () => received, end: () => end };
  }
  const within = async (condition: () => boolean, milliseconds = 2_000) => {
    const began = performance.now();
    while (!condition()) {
      if (performance.now() - began > milliseconds) throw new Error(`not so: ${condition}`);
      await sleep(5);
    }
    return performance.now() - began;
  };

  it('brings everything in order, and both ends', async () => {
    const { socket, text, end } = await client();
    const sent = 'abc'.repeat(200_000);
    socket.write(sent);
    await within(() => text().length === sent.length);
    expect(text()).toBe(sent);
    socket.end();
    await within(() => accepted[0]!.readableEnded);
    accepted[0]!.end();
    await within(() => end() === 'ended' && proxy.open === 0);
  });

  it('delays each way, and mixes nothing up when the line gets better', async () => {
    const { socket, text } = await client();
    proxy.slow({ delay: 60 });
    socket.write('late ');
    expect(await within(() => text() === 'late ')).toBeGreaterThan(115);
    socket.write('first ');
    await sleep(5);
    proxy.mend();
    socket.write('second');
    await within(() => text().endsWith('second'));
    expect(text()).toBe('late first second');
  });

  it('lets no more bytes through than told', async () => {
    const { socket, text } = await client();
    proxy.slow({ rate: 100_000 });
    socket.write(Buffer.alloc(30_000, 'x'));
    expect(await within(() => text().length === 30_000)).toBeGreaterThan(280);
  });

  it('is cut: resets what is open, refuses what is new, and takes it once mended', async () => {
    const first = await client();
    await within(() => accepted.length === 1);
    proxy.cut();
    await within(() => first.end() === 'reset' && accepted[0]!.destroyed);
    const second = await client();
    await within(() => second.end() === 'reset');
    proxy.mend();
    const third = await client();
    third.socket.write('there');
    await within(() => third.text() === 'there');
  });

  it('forgets connections: neither side is told, and new ones work', async () => {
    const first = await client();
    first.socket.write('before');
    await within(() => first.text() === 'before');
    proxy.forget();
    first.socket.write('after');
    accepted[0]!.write('from there');
    await sleep(50);
    expect([first.text(), first.end(), accepted[0]!.readableEnded]).toEqual(['before', 'open', false]);
    const second = await client();
    second.socket.write('new');
    await within(() => second.text() === 'new');
    // One side gives it up; the other still knows nothing, until its machine does.
    first.socket.destroy();
    await sleep(50);
    expect([accepted[0]!.readableEnded, proxy.open]).toEqual([false, 2]);
    proxy.giveUp();
    await within(() => accepted[0]!.destroyed && proxy.open === 1);
    expect(second.end()).toBe('open');
  });

  it('half-closes: the target hears the end, and can still be heard', async () => {
    const { socket, text } = await client();
    await within(() => accepted.length === 1);
    proxy.halfClose();
    await within(() => accepted[0]!.readableEnded);
    socket.write('unheard');
    accepted[0]!.write('still here');
    await within(() => text() === 'still here');
  });
});
