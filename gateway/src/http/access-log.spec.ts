import { fastify } from 'fastify';
import { accessLog, observe } from './hooks.js';
import { pino } from 'pino';

describe('the access log', () => {
  async function linesOf(level: string, config: { ACCESS_LOG: boolean }): Promise<Record<string, unknown>[]> {
    const lines: Record<string, unknown>[] = [];
    const logger = pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line) as never) });
    const app = fastify();
    observe(app, accessLog(logger, config));
    app.get('/things/:id', () => ({ ok: true }));
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const headers = {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      authorization: 'Bearer secret',
    };
    await fetch(`${url}/things/ada@acme.example?token=secret`, { headers });
    await fetch(`${url}/nowhere/ada@acme.example`, { headers });
    await app.close();
    return lines;
  }

  it('has a line for each request, without the caller and the ids', async () => {
    const lines = await linesOf('info', { ACCESS_LOG: true });
    expect(lines).toMatchObject([
      {
        level: 30,
        msg: 'request',
        method: 'GET',
        route: '/things/:id',
        status: 200,
        traceId: '0af7651916cd43dd8448eb211c80319c',
      },
      { level: 30, msg: 'request', method: 'GET', route: 'none', status: 404 },
    ]);
    expect(lines[0]!.took).toEqual(expect.any(Number));
    expect(JSON.stringify(lines)).not.toMatch(/ada|secret|127\.0\.0\.1/);
  });

  it('is written at the level debug without ACCESS_LOG, and at no higher one', async () => {
    expect(await linesOf('debug', { ACCESS_LOG: false })).toMatchObject([{ level: 20 }, { level: 20 }]);
    expect(await linesOf('info', { ACCESS_LOG: false })).toEqual([]);
  });
});
