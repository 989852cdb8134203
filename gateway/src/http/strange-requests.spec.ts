import { uuidv7 } from '@tessera/platform';
import { GatewayWorld } from '../../test/gateway-world.js';

/** Headers of every answer (spec/security.md, "Headers and transport"). */
const ALWAYS = {
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'x-content-type-options': 'nosniff',
  'x-xss-protection': '0',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-site',
  'permissions-policy': expect.any(String),
  'cache-control': 'no-store',
};

function parse(text: string) {
  const [head = '', body = ''] = text.split(/\r\n\r\n([^]*)/);
  const [start = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(start.split(' ')[1]), headers, body };
}

describe('a request that is strange', () => {
  let world: GatewayWorld;
  beforeAll(
    async () => void (world = await GatewayWorld.start({ CALLER_RATE: '10000', CALLER_BURST: '10000' })),
  );
  afterAll(() => world.stop());

  const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nhost: x\r\n${more}\r\n`;
  const long = 'a'.repeat(600);

  it.each<[string, string, number, string]>([
    ['no HTTP', 'HELLO\r\n\r\n', 400, 'VALIDATION_FAILED'],
    ['an unknown method', 'BREW / HTTP/1.1\r\nhost: x\r\n\r\n', 400, 'VALIDATION_FAILED'],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'VALIDATION_FAILED'],
    ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'VALIDATION_FAILED'],
    ['two Hosts', get('/healthz', 'Host: y\r\n'), 400, 'VALIDATION_FAILED'],
    ['the same Host twice', get('/healthz', 'HOST: x\r\n'), 400, 'VALIDATION_FAILED'],
    [
      'two credentials',
      get('/api/v1/me', 'authorization: Bearer a\r\nAuthorization: Bearer b\r\n'),
      400,
      'VALIDATION_FAILED',
    ],
    [
      'two lengths',
      get('/api/v1/me', 'content-length: 1\r\ncontent-length: 2\r\n'),
      400,
      'VALIDATION_FAILED',
    ],
    [
      'a length and chunks',
      'POST /api/v1/key-files HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'VALIDATION_FAILED',
    ],
    ['a header of 20 KB', get('/api/v1/me', `x: ${'a'.repeat(20_000)}\r\n`), 431, 'HEADERS_TOO_LARGE'],
    ['an address of 20 KB', get(`/api/v1/${'a'.repeat(20_000)}`), 431, 'HEADERS_TOO_LARGE'],
    ['an expectation', get('/api/v1/me', 'expect: miracles\r\n'), 417, 'VALIDATION_FAILED'],
    ['a tunnel', 'CONNECT x:443 HTTP/1.1\r\nhost: x\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
    [
      'an upgrade with a body',
      'POST /api/v1/key-files HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: h2c\r\ncontent-length: 2\r\n\r\n{}',
      400,
      'VALIDATION_FAILED',
    ],
    ['a broken escape', get('/api/v1/licenses/%', 'connection: close\r\n'), 400, 'VALIDATION_FAILED'],
    ['a broken escape in the API’s name', get('/%zz', 'connection: close\r\n'), 400, 'VALIDATION_FAILED'],
    [
      'an escape that is no UTF-8',
      get('/api/v1/licenses/%ff', 'connection: close\r\n'),
      400,
      'VALIDATION_FAILED',
    ],
    ['an id of 600 characters', get(`/api/v1/licenses/${long}`, 'connection: close\r\n'), 404, 'NOT_FOUND'],
    [
      'a name of 600 characters below an id',
      get(`/api/v1/licenses/${uuidv7()}/key-files/${long}`, 'connection: close\r\n'),
      404,
      'NOT_FOUND',
    ],
    ['a path that does not exist', get('/api/v1/nowhere', 'connection: close\r\n'), 404, 'NOT_FOUND'],
    [
      'a whole address',
      get('http://elsewhere.example/api/v1/nowhere', 'connection: close\r\n'),
      404,
      'NOT_FOUND',
    ],
    ['two slashes', get('//api/v1/me', 'connection: close\r\n'), 404, 'NOT_FOUND'],
  ])('is answered by a problem like every other: %s', async (_what, bytes, status, code) => {
    const { text, closed } = await world.raw(bytes);
    const answer = parse(text);
    expect(answer).toMatchObject({ status, headers: ALWAYS });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['content-language']).toBe('en');
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.body, 'latin1')));
    expect(JSON.parse(answer.body)).toMatchObject({
      status,
      code,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(answer.body).not.toMatch(/FST_|stack|statusCode/);
    expect(closed).toBe(true);
  });

  it.each([
    ['TRACE', '/products', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/licenses', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/products', 'GET, HEAD, OPTIONS'],
    ['PUT', '/me', 'GET, HEAD, OPTIONS, PATCH'],
    ['POST', '/events', 'GET, HEAD, OPTIONS'],
    ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/uploads', 'OPTIONS, POST'],
    ['HEAD', '/key-files', 'OPTIONS, POST'],
    ['GET', `/uploads/${uuidv7()}`, 'DELETE, HEAD, OPTIONS, PATCH'],
  ])('%s %s is no method there, and the answer names those that are', async (method, path, allow) => {
    const { text } = await world.raw(
      `${method} /api/v1${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    const answer = parse(text);
    expect(answer).toMatchObject({ status: 405, headers: { ...ALWAYS, allow } });
    if (method !== 'HEAD') expect(JSON.parse(answer.body)).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  it('OPTIONS names the methods of a path, and allows no cross-origin request', async () => {
    const answer = await world.fetch('/licenses', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([
      204,
      'GET, HEAD, OPTIONS, POST',
      '',
    ]);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(Object.fromEntries(answer.headers)).toMatchObject(ALWAYS);
    expect((await world.fetch('/nowhere', { method: 'OPTIONS' })).status).toBe(404);
  });

  it.each(['/events', '/me', '/openapi.json', '/nowhere', '/products'])(
    'HEAD %s has the headers of GET, no body, and an end',
    async (path) => {
      const person = world.person();
      const { text, closed } = await world.raw(
        `HEAD /api/v1${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${person.credential}\r\nconnection: close\r\n\r\n`,
      );
      const answer = parse(text);
      expect([closed, answer.body]).toEqual([true, '']);
      const asked = new AbortController();
      const whole = await world.fetch(path, { as: person, signal: asked.signal });
      expect(answer.status).toBe(whole.status);
      expect(answer.headers['content-type']).toBe(whole.headers.get('content-type') ?? undefined);
      expect(answer.headers).toMatchObject({
        ...ALWAYS,
        'cache-control': whole.headers.get('cache-control'),
      });
      asked.abort();
    },
  );

  it('HEAD /events needs a session like GET', async () => {
    expect((await world.fetch('/events', { method: 'HEAD' })).status).toBe(401);
  });

  it.each(['h2c', 'websocket', 'TLS/1.0'])('is served as if it had not asked for %s', async (protocol) => {
    const { text, closed } = await world.raw(
      get('/healthz', `connection: upgrade\r\nupgrade: ${protocol}\r\n`),
    );
    expect(parse(text)).toMatchObject({ status: 200, body: '{"status":"alive"}' });
    expect(closed).toBe(true);
  });

  it('may be of HTTP/1.0 and name no host', async () => {
    expect(parse((await world.raw('GET /healthz HTTP/1.0\r\n\r\n')).text).status).toBe(200);
  });
});
