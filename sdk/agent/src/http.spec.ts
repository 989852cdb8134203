import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgentRefused, PlatformUnreachable } from './errors.js';
import { post } from './http.js';

describe('post', () => {
  let server: Server;
  let answer: RequestListener;
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const failureOf = async (
    status: number,
    type: string,
    body: string,
    headers: Record<string, string> = {},
  ) => {
    answer = (request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    };
    const { port } = server.address() as AddressInfo;
    return post(`http://127.0.0.1:${port}`, 'sync', {}).then(
      () => 'no failure',
      (error: unknown) => error,
    );
  };
  const problem = (code: string) => JSON.stringify({ code, detail: 'no' });
  const problemJson = 'application/problem+json; charset=utf-8';

  it.each([
    [200, 'text/html', '<html>sign in to the hotel</html>'],
    [200, 'application/json', '[]'],
    [204, 'application/json', ''],
    [302, 'text/html', ''],
    [403, 'text/html', '<html>blocked</html>'],
    [403, 'application/json', problem('ENROLLMENT_ENDED')],
    [404, 'application/json', '{"message":"no such page"}'],
    [502, problemJson, problem('DEVICE_QUARANTINED')],
  ])('takes %i %s %s for no refusal', async (status, type, body) => {
    expect(await failureOf(status, type, body)).toBeInstanceOf(PlatformUnreachable);
  });

  it('takes the platform’s own no for a refusal, and a proxy’s of a body', async () => {
    expect(await failureOf(403, problemJson, problem('ENROLLMENT_ENDED'))).toMatchObject({
      name: AgentRefused.name,
      code: 'ENROLLMENT_ENDED',
    });
    expect(await failureOf(413, 'text/html', 'too large')).toMatchObject({
      name: AgentRefused.name,
      code: 'UNEXPECTED_REPLY',
      status: 413,
    });
  });

  it('passes on when to try again, from the platform and from a proxy', async () => {
    expect(await failureOf(503, 'text/html', '', { 'retry-after': '7' })).toMatchObject({ retryAfter: 7 });
    expect(await failureOf(429, problemJson, problem('RATE_LIMITED'), { 'retry-after': '3' })).toMatchObject({
      retryAfter: 3,
    });
  });
});
