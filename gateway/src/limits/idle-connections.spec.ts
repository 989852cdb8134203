import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { eventually } from '@tessera/platform/testing';
import { limitIdleConnections } from './idle-connections.js';

describe('connections without a request', () => {
  let server: Server;
  const open: Socket[] = [];
  const start = async (trustedProxies: number, grace = 0) => {
    server = createServer((_request, response) => response.end('ok'));
    limitIdleConnections(server, trustedProxies, 3, grace);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  };
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy();
    server.close();
  });
  /** @param from another address of this machine */
  const from = (localAddress: string): Promise<Socket> =>
    new Promise((resolve) => {
      const { port } = server.address() as AddressInfo;
      const socket = connect({ port, host: '127.0.0.1', localAddress }, () => resolve(socket));
      socket.on('error', () => undefined);
      open.push(socket);
    });

  it('are closed in favour of newer ones of their address, and only of theirs', async () => {
    await start(0);
    const other = await from('127.0.0.3');
    const own: Socket[] = [];
    for (let n = 0; n < 5; n++) own.push(await from('127.0.0.2'));
    for (const socket of own) socket.resume();
    await eventually(() =>
      expect(own.map(({ closed }) => closed)).toEqual([true, true, false, false, false]),
    );
    expect(other.closed).toBe(false);
  });

  it('are left alone at first: a whole office may come at once', async () => {
    await start(0, 60_000);
    const all: Socket[] = [];
    for (let n = 0; n < 20; n++) all.push((await from('127.0.0.2')).resume());
    const last = all.at(-1)!;
    last.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => last.once('data', resolve));
    expect(all.map(({ closed }) => closed)).toEqual(Array(20).fill(false));
  });

  it('do not count any more once they have sent one', async () => {
    await start(0);
    const asking: Socket[] = [];
    for (let n = 0; n < 5; n++) {
      const socket = await from('127.0.0.2');
      asking.push(socket);
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
      await new Promise((resolve) => socket.once('data', resolve));
    }
    expect(asking.map(({ closed }) => closed)).toEqual(Array(5).fill(false));
  });

  it('are left to the proxy where one stands in front', async () => {
    await start(1);
    const all: Socket[] = [];
    for (let n = 0; n < 5; n++) all.push((await from('127.0.0.2')).resume());
    const answered = await from('127.0.0.2');
    answered.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => answered.once('data', resolve));
    expect(all.map(({ closed }) => closed)).toEqual(Array(5).fill(false));
  });
});
