import { jest } from '@jest/globals';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { freePorts } from './world/ports.mjs';

describe('freePorts', () => {
  const range = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');
  const lowestOfKernel = Number(range.trim().split(/\s+/)[0]);
  afterEach(() => jest.restoreAllMocks());

  it('gives ports that all differ, also to two callers at once', async () => {
    const [some, others] = await Promise.all([freePorts(200), freePorts(200)]);

    expect(new Set([...some, ...others]).size).toBe(400);
  });

  it('stays below the ports that the kernel gives to connections out of this machine', async () => {
    expect(Math.max(...(await freePorts(50)))).toBeLessThan(lowestOfKernel);
  });

  it('keeps a port from others while its process lives, though no server listens yet', async () => {
    const [port] = (await freePorts(1)) as [number];
    const rival = createSocket('udp4');
    rival.bind({ port, address: '127.0.0.1', exclusive: true });

    await expect(once(rival, 'listening')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('leaves out what a server listens on', async () => {
    const [server, closed] = await Promise.all([listening(), listening()]);
    const [taken, free] = [portOf(server), portOf(closed)];
    await new Promise((done) => closed.close(done));
    const random = jest.spyOn(Math, 'random');
    for (const port of [taken, free])
      random.mockReturnValueOnce((port + 0.5 - 10_240) / (lowestOfKernel - 10_240));

    expect(await freePorts(1)).toEqual([free]);
    expect(random).toHaveBeenCalledTimes(2);

    server.close();
  });
});

async function listening(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
