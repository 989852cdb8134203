import type { HttpAdapterHost } from '@nestjs/core';
import type { SyncReply } from '@tessera/contracts';
import { fastify, type FastifyInstance } from 'fastify';
import type { CheckIns } from './check-ins.js';
import { IdleCheckIns } from './idle-check-ins.js';

describe('an idle check-in', () => {
  let app: FastifyInstance;
  let url: string;
  const idle: SyncReply = { deviceId: 'd', commands: [], serverTime: 'now', nextInterval: 30 };

  beforeAll(async () => {
    app = fastify({ forceCloseConnections: true });
    const host = { httpAdapter: { getInstance: () => app } } as unknown as HttpAdapterHost;
    const known = ({ token }: { token: string }) => (token === 'known' ? idle : null);
    new IdleCheckIns(host, { fromMemory: known } as unknown as CheckIns);
    app.post('/api/v1/agent/sync', () => ({ way: 'usual' }));
    app.post('/api/v1/agent/session', () => ({ way: 'usual' }));
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  const post = async (payload: unknown, path = 'sync'): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(payload);
    return (await fetch(`${url}/api/v1/agent/${path}`, { method: 'POST', headers, body })).json();
  };

  it('is answered at once', async () => {
    expect(await post({ token: 'known' })).toEqual(idle);
    expect(await post({ token: 'known', live: true })).toEqual(idle);
  });

  it.each([
    ['an unknown token', { token: 'other' }],
    ['no token', {}],
    ['a token that is no text', { token: ['known'] }],
    ['a report', { token: 'known', report: {} }],
    ['a field that does not exist', { token: 'known', admin: true }],
    ['a wrong type', { token: 'known', live: 'yes' }],
    ['no object', null],
    ['a list', ['known']],
  ])('goes the usual way with %s', async (_what, payload) => {
    expect(await post(payload)).toEqual({ way: 'usual' });
  });

  it('is one on its own route only', async () => {
    expect(await post({ token: 'known' }, 'session')).toEqual({ way: 'usual' });
  });
});
