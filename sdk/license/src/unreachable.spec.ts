/** What is no answer of the service never says anything about a license. */
import { FINGERPRINT, keyFileContent, makeVendor, NOW } from '../test/factories.js';
import { serve as serveScript, stopServing, type Answer, type Script } from '../test/server.js';
import type { ActivationHandle, ActivationRequest } from './activation.js';
import { TesseraLicenseClient } from './client.js';
import { ServiceUnreachable } from './errors.js';
import { verifyKeyFile } from './key-file.js';
import type { ClientOptions } from './options.js';

const vendor = makeVendor();

async function serve(script: readonly Script[], options: Partial<ClientOptions> = {}) {
  const { baseUrl, seen } = await serveScript(script);
  const wait = () => Promise.resolve();
  const { rootPublicKey } = vendor;
  return { client: new TesseraLicenseClient({ baseUrl, rootPublicKey, wait, ...options }), seen };
}

afterEach(stopServing);

const REQUEST: ActivationRequest = {
  activationCode: 'ABCDE-FGHJK-MNPQR-STVWX',
  fingerprint: FINGERPRINT,
  application: { product: 'endpoint-shield', version: '12.4' },
  deviceName: 'Reception',
};
const ACTIVATION: ActivationHandle = {
  id: 'a',
  token: 't',
  productId: 'endpoint-shield',
  fingerprint: FINGERPRINT,
};

const CALLS: [string, (client: TesseraLicenseClient) => Promise<unknown>][] = [
  ['activate', (client) => client.activate(REQUEST)],
  ['check', (client) => client.check(ACTIVATION)],
  ['deactivate', (client) => client.deactivate(ACTIVATION)],
];

/** As the service writes it, but for these changes. */
function problem(
  status: number,
  code: string,
  changes: object = {},
  headers?: Record<string, string>,
): Answer {
  const body = {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: 'Because.',
    traceId: 't-1',
    ...changes,
  };
  return { status, body, ...(headers ? { headers } : {}) };
}

const json = { 'content-type': 'application/json' };
const page = '<!doctype html><title>Hotel Wi-Fi</title>';

const ANSWERS: [string, Answer, string][] = [
  ['the page of a captive portal', { status: 200, body: page }, 'UNEXPECTED_REPLY'],
  [
    'a page that calls itself a problem',
    { status: 403, body: page, headers: { 'content-type': 'application/problem+json' } },
    'UNEXPECTED_REPLY',
  ],
  ['a redirect', { status: 302, headers: { location: 'https://portal.example/' } }, 'UNEXPECTED_REPLY'],
  ['a permanent redirect', { status: 308, headers: { location: '/elsewhere' } }, 'UNEXPECTED_REPLY'],
  ['a sign-in page', { status: 511, body: page }, 'SERVICE_ERROR'],
  ['a country that forbids it', { status: 451, body: page }, 'UNEXPECTED_REPLY'],
  ['a firewall', { status: 403, body: page }, 'UNEXPECTED_REPLY'],
  [
    'a firewall that writes JSON',
    { status: 403, body: { code: 'BLOCKED', error: 'policy' }, headers: json },
    'UNEXPECTED_REPLY',
  ],
  [
    "another service's problem",
    { status: 422, body: { type: 'about:blank', title: 'Invalid', status: 422 } },
    'UNEXPECTED_REPLY',
  ],
  ['a problem of another status', problem(422, 'LICENSE_EXPIRED', { status: 403 }), 'UNEXPECTED_REPLY'],
  ['a problem without a trace', problem(422, 'LICENSE_EXPIRED', { traceId: undefined }), 'UNEXPECTED_REPLY'],
  ['a problem whose code is a number', problem(422, 'LICENSE_EXPIRED', { code: 17 }), 'UNEXPECTED_REPLY'],
  ['a refusal as plain JSON', problem(422, 'LICENSE_EXPIRED', {}, json), 'UNEXPECTED_REPLY'],
  ['a refusal with a yes', problem(200, 'LICENSE_EXPIRED'), 'UNEXPECTED_REPLY'],
  ['an address of nothing', { status: 404, body: page }, 'UNEXPECTED_REPLY'],
  ['a method that nobody takes', problem(405, 'METHOD_NOT_ALLOWED'), 'UNEXPECTED_REPLY'],
  ['a conflict', problem(409, 'CONFLICT'), 'UNEXPECTED_REPLY'],
  ['half an answer', { status: 201, body: { id: 'a' } }, 'UNEXPECTED_REPLY'],
  ['JSON that breaks off', { status: 201, body: '{"id":"a","tok', headers: json }, 'UNEXPECTED_REPLY'],
  ['an empty answer', { status: 200, body: '' }, 'UNEXPECTED_REPLY'],
  ['a failure', problem(500, 'INTERNAL'), 'SERVICE_ERROR'],
  ['a failure that looks like a refusal', problem(500, 'LICENSE_BLOCKED'), 'SERVICE_ERROR'],
  ['a bad gateway', { status: 502, body: page }, 'SERVICE_ERROR'],
  ['a deploy', { status: 503, body: page }, 'SERVICE_ERROR'],
  ['a deadline', problem(504, 'DEADLINE_EXCEEDED'), 'SERVICE_ERROR'],
  ['a full bucket', problem(429, 'TOO_MANY_REQUESTS', {}, { 'retry-after': '1' }), 'RATE_LIMITED'],
  ["a proxy's full bucket", { status: 429, body: page, headers: { 'retry-after': '1' } }, 'RATE_LIMITED'],
  ['an attempt that is still at work', problem(409, 'IDEMPOTENCY_IN_PROGRESS'), 'IN_PROGRESS'],
];

describe.each(CALLS)('%s', (_, call) => {
  it.each(ANSWERS)('takes %s for no answer, and asks again', async (_name, answer, code) => {
    const { client, seen } = await serve([() => answer]);
    const error = await call(client).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServiceUnreachable);
    expect(error).toMatchObject({ code, status: answer.status });
    expect(seen).toHaveLength(4);
  });

  it('reads of a long answer no more than it needs', async () => {
    const { client, seen } = await serve([() => ({ status: 200, body: page, endless: true })]);
    const before = process.memoryUsage().rss;
    await expect(call(client)).rejects.toMatchObject({ code: 'UNEXPECTED_REPLY' });
    expect(seen).toHaveLength(4);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('ends in time, pauses and all', async () => {
    const { client } = await serve([() => 'hang'], { timeout: 300, wait: undefined as never });
    const from = performance.now();
    await expect(call(client)).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(performance.now() - from).toBeLessThan(2000);
  });
});

describe('AbortSignal', () => {
  it.each(CALLS.slice(0, 1))('ends an attempt that hangs, with its own reason', async () => {
    const { client } = await serve([() => 'hang']);
    const stop = new AbortController();
    const call = client.activate(REQUEST, { signal: stop.signal });
    stop.abort(new Error('the person has closed the window'));
    await expect(call).rejects.toThrow('the person has closed the window');
  });

  it('ends a pause between two attempts', async () => {
    const wait = () => new Promise<void>(() => undefined);
    const stop = new AbortController();
    const { client, seen } = await serve(
      [
        () => {
          setImmediate(() => setTimeout(() => stop.abort(new Error('enough')), 50));
          return 'hang up';
        },
      ],
      { wait },
    );
    await expect(client.check(ACTIVATION, { signal: stop.signal })).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
  });

  it('sends nothing when it was given up before', async () => {
    const { client, seen } = await serve([() => 'hang']);
    await expect(
      client.deactivate(ACTIVATION, { signal: AbortSignal.abort(new Error('no')) }),
    ).rejects.toThrow('no');
    expect(seen).toEqual([]);
  });

  it('ends a fetch that does not heed it', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const { client } = await serve([], { fetch, attemptTimeout: 50, attempts: 2 });
    await expect(client.activate(REQUEST)).rejects.toMatchObject({ code: 'TIMEOUT' });
  });
});

it('sends no code to where a redirect points', async () => {
  const elsewhere = await serve([() => ({ status: 200, body: {} })]);
  const { client } = await serve([() => ({ status: 307, headers: { location: 'http://127.0.0.1:1/' } })]);
  await expect(client.activate(REQUEST)).rejects.toMatchObject({ status: 307 });
  expect(elsewhere.seen).toEqual([]);
});

it('[LIC-006] offers activation by key file where a code does not get through, and that needs no network', async () => {
  const fetch = () => Promise.reject(new TypeError('fetch failed'));
  const { rootPublicKey } = vendor;
  const baseUrl = 'https://licenses.vendor.example';
  const client = new TesseraLicenseClient({ baseUrl, rootPublicKey, fetch, wait: () => Promise.resolve() });
  const error = await client.activate(REQUEST).catch((reason: ServiceUnreachable) => reason);
  expect(error).toMatchObject({
    code: 'NETWORK_UNREACHABLE',
    remedy: { code: 'USE_KEY_FILE', detail: expect.stringMatching(/restricted.*key file/is) },
  });
  const keyFile = vendor.sign('KEY FILE', keyFileContent());
  expect(verifyKeyFile(keyFile, { rootPublicKey, productId: 'endpoint-shield', now: NOW }).ok).toBe(true);
  const { activationCode: _, ...rest } = REQUEST as ActivationRequest & { activationCode: string };
  await expect(client.activate({ ...rest, keyFile })).rejects.toMatchObject({
    remedy: { code: 'VERIFY_KEY_FILE' },
  });
  await expect(client.check(ACTIVATION)).rejects.toMatchObject({ remedy: { code: 'TRY_LATER' } });
});
