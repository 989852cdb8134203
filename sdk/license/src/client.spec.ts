import { certificateContent, FINGERPRINT, makeVendor, NOW } from '../test/factories.js';
import { serve as serveScript, stopServing, type Answer, type Script } from '../test/server.js';
import type { Activation, ActivationRequest } from './activation.js';
import { TesseraLicenseClient } from './client.js';
import { CertificateRefused, LicenseRefused, ServiceUnreachable } from './errors.js';
import { hashFingerprint, type CertificateContent } from './format/certificate-content.js';

const vendor = makeVendor({ notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2099-01-01T00:00:00.000Z' });
const license = { status: 'active' as const, expiresAt: '2098-01-01T00:00:00.000Z' };
const ACTIVATION_ID = certificateContent().activationId;

/** A client of a server that answers by a script. It notes its pauses instead of waiting. */
async function serve(...script: Script[]) {
  const { baseUrl, seen } = await serveScript(script);
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => void pauses.push(milliseconds);
  const { rootPublicKey } = vendor;
  return { client: new TesseraLicenseClient({ baseUrl, rootPublicKey, timeout: 1000, wait }), seen, pauses };
}

afterEach(stopServing);

function certificate(changes: Partial<CertificateContent> = {}, signer = vendor): string {
  const issuedAt = new Date().toISOString();
  const validUntil = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const usual = { nonce: null, license: { id: 'l-1', ...license }, issuedAt, validUntil };
  return signer.sign('ACTIVATION CERTIFICATE', certificateContent({ ...usual, ...changes }));
}

function activated(text = certificate()): Answer {
  return { status: 201, body: { id: ACTIVATION_ID, token: 'secret-token', license, certificate: text } };
}

function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers,
    body: { type: 'about:blank', title: code, status, code, detail: 'Because.', traceId: 't-1' },
  };
}

const REQUEST: ActivationRequest = {
  activationCode: 'ABCDE-FGHJK-MNPQR-STVWX',
  fingerprint: FINGERPRINT,
  application: { product: 'endpoint-shield', version: '12.4' },
  deviceName: 'Reception',
};

const ACTIVATION: Activation = {
  id: ACTIVATION_ID,
  token: 'secret-token',
  productId: 'endpoint-shield',
  fingerprint: FINGERPRINT,
  license,
  certificate: certificate(),
};

describe('activate', () => {
  it('[LIC-010][EDG-003] sends the code and returns an activation whose certificate verified', async () => {
    const { client, seen } = await serve(() => activated());
    const activation = await client.activate(REQUEST);
    expect(activation).toEqual({ ...ACTIVATION, certificate: activation.certificate });
    expect(seen).toMatchObject([{ method: 'POST', path: '/api/v1/activations', body: REQUEST }]);
  });

  it('[LIC-006] sends a key file instead of a code', async () => {
    const { client, seen } = await serve(() => activated());
    const { fingerprint, application, deviceName } = REQUEST;
    await client.activate({ keyFile: '-----BEGIN', fingerprint, application, deviceName });
    expect(seen[0]!.body).toEqual({ keyFile: '-----BEGIN', fingerprint, application, deviceName });
  });

  it('[EDG-018] repeats with the same idempotency key, so that no second seat is taken', async () => {
    const { client, seen } = await serve(
      () => 'hang up',
      () => problem(503, 'UNAVAILABLE'),
      () => 'hang',
      () => activated(),
    );
    await client.activate(REQUEST);
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  }, 20_000);

  it('[EDG-018] waits for its own first attempt that is still at work', async () => {
    const { client, seen } = await serve(
      () => problem(409, 'IDEMPOTENCY_IN_PROGRESS'),
      () => activated(),
    );
    await client.activate({ ...REQUEST, idempotencyKey: 'mine' });
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine', 'mine']);
    expect(seen[0]!.body).not.toHaveProperty('idempotencyKey');
  });

  it.each([
    [409, 'SEAT_LIMIT_REACHED'],
    [422, 'LICENSE_SUPERSEDED'],
    [429, 'TOO_MANY_REQUESTS'],
    [500, 'INTERNAL'],
    [504, 'DEADLINE_EXCEEDED'],
  ])('[EDG-005] rejects with the code of a %i and asks only once', async (status, code) => {
    const { client, seen } = await serve(() => problem(status, code, { 'retry-after': '7' }));
    const error = await client.activate(REQUEST).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LicenseRefused);
    expect(error).toMatchObject({
      code,
      problem: { status, detail: 'Because.', traceId: 't-1', retryAfterSeconds: 7 },
    });
    expect(seen).toHaveLength(1);
  });

  it('waits as Retry-After says, in seconds or as a date, and not in step with others', async () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { client, pauses } = await serve(
      () => problem(503, 'UNAVAILABLE', { 'retry-after': '3' }),
      () => problem(503, 'UNAVAILABLE', { 'retry-after': date }),
      () => problem(503, 'UNAVAILABLE'),
      () => activated(),
    );
    await client.activate(REQUEST);
    expect(pauses[0]).toBeGreaterThan(3000);
    expect(pauses[0]).toBeLessThan(3500);
    expect(pauses[1]).toBeGreaterThan(18_000);
    expect(pauses[2]).toBeGreaterThanOrEqual(1000);
    expect(pauses[2]).toBeLessThanOrEqual(3000);
  });

  it('leaves a long pause to the caller', async () => {
    const { client, seen } = await serve(() => problem(503, 'UNAVAILABLE', { 'retry-after': '3600' }));
    await expect(client.activate(REQUEST)).rejects.toMatchObject({ problem: { retryAfterSeconds: 3600 } });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['hang up' as const, 'NETWORK_UNREACHABLE'],
    ['hang' as const, 'TIMEOUT'],
  ])(
    'gives up after four attempts that %s',
    async (behaviour, code) => {
      const { client, seen } = await serve(() => behaviour);
      const error = await client.activate(REQUEST).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ServiceUnreachable);
      expect(error).toMatchObject({ code });
      expect(seen).toHaveLength(4);
    },
    20_000,
  );

  it.each<[string, () => Answer, string]>([
    ['another vendor', () => activated(certificate({}, makeVendor())), 'CERTIFICATE_FOREIGN_SIGNER'],
    [
      'another device',
      () => activated(certificate({ fingerprintHash: hashFingerprint('device-8') })),
      'CERTIFICATE_WRONG_FINGERPRINT',
    ],
    [
      'another product',
      () => activated(certificate({ product: { id: 'cloud-guard', name: 'Cloud Guard' } })),
      'CERTIFICATE_WRONG_PRODUCT',
    ],
    [
      'another activation',
      () => activated(certificate({ activationId: 'a-2' })),
      'CERTIFICATE_WRONG_ACTIVATION',
    ],
    ['nobody', () => activated('hello'), 'CERTIFICATE_MALFORMED'],
  ])('[EDG-003] refuses a reply with the certificate of %s', async (_, reply, code) => {
    const { client } = await serve(reply);
    const error = await client.activate(REQUEST).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CertificateRefused);
    expect(error).toMatchObject({ code });
  });

  it.each<[string, Answer]>([
    ['a page', { status: 200, body: '<html>' }],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' }, body: '' }],
    ['a gateway page', { status: 502, body: '<html>' }],
    ['half an answer', { status: 201, body: { id: 'a', token: 't' } }],
  ])('calls %s an unexpected reply', async (_, reply) => {
    const { client, seen } = await serve(() => reply);
    await expect(client.activate(REQUEST)).rejects.toMatchObject({ code: 'UNEXPECTED_REPLY' });
    expect(seen).toHaveLength(1);
  });
});

describe('check', () => {
  it('[EDG-005] proves by its token who asks, and takes a yes only with its own nonce', async () => {
    const { client, seen } = await serve(({ body }) =>
      checked({ valid: true, reasons: [] }, { nonce: body.nonce! }),
    );
    const result = await client.check(ACTIVATION);
    expect(result).toMatchObject({ valid: true, reasons: [], nextCheckAt: NOW.toISOString() });
    expect(result.activation.certificate).not.toBe(ACTIVATION.certificate);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: `/api/v1/activations/${ACTIVATION_ID}/check`,
      headers: { authorization: 'Bearer secret-token' },
      body: { fingerprint: FINGERPRINT, nonce: expect.stringMatching(/^[\w-]{22}$/) },
    });
  });

  it('[EDG-003] uses another nonce every time and refuses an answer that is played back', async () => {
    let recorded = '';
    const { client } = await serve(({ body }) =>
      checked({ valid: true, reasons: [] }, { nonce: (recorded ||= body.nonce!) }),
    );
    await client.check(ACTIVATION);
    await expect(client.check(ACTIVATION)).rejects.toMatchObject({ code: 'CERTIFICATE_WRONG_NONCE' });
  });

  it('[EDG-005] hands on every reason of a no, and keeps the certificate that says no', async () => {
    const reasons = [{ code: 'LICENSE_BLOCKED', remedy: 'Contact your partner.' }];
    const blocked = { id: 'l-1', ...license, status: 'blocked' as const };
    const { client } = await serve(({ body }) =>
      checked({ valid: false, reasons }, { nonce: body.nonce!, license: blocked }),
    );
    const result = await client.check(ACTIVATION);
    expect(result).toMatchObject({ valid: false, reasons });
    expect(result.activation.certificate).not.toBe(ACTIVATION.certificate);
  });

  it.each<[string, (nonce: string) => Answer]>([
    [
      'without a certificate',
      () => ({ status: 200, body: { valid: false, reasons: [], nextCheckAt: NOW, license: null } }),
    ],
    [
      'with a forged one',
      (nonce) => ({
        status: 200,
        body: {
          ...replyBody({ valid: false, reasons: [] }),
          certificate: certificate({ nonce }, makeVendor()),
        },
      }),
    ],
  ])('[EDG-003] does not give up the stored certificate for a no %s', async (_, reply) => {
    const { client } = await serve(({ body }) => reply(body.nonce!));
    expect(await client.check(ACTIVATION)).toMatchObject({ valid: false, activation: ACTIVATION });
  });

  it('[EDG-003] refuses a yes without a certificate, or whose certificate says no', async () => {
    const { client } = await serve(
      () => ({ status: 200, body: { valid: true, reasons: [], nextCheckAt: NOW, license } }),
      ({ body }) =>
        checked(
          { valid: true, reasons: [] },
          { nonce: body.nonce!, license: { id: 'l', ...license, status: 'blocked' } },
        ),
    );
    await expect(client.check(ACTIVATION)).rejects.toMatchObject({ code: 'UNEXPECTED_REPLY' });
    await expect(client.check(ACTIVATION)).rejects.toMatchObject({ code: 'LICENSE_NOT_ACTIVE' });
  });

  function replyBody(verdict: { valid: boolean; reasons: unknown[] }) {
    return { ...verdict, license, nextCheckAt: NOW.toISOString() };
  }

  function checked(
    verdict: { valid: boolean; reasons: unknown[] },
    changes: Partial<CertificateContent>,
  ): Answer {
    return { status: 200, body: { ...replyBody(verdict), certificate: certificate(changes) } };
  }
});

describe('deactivate', () => {
  it('[LIC-003] frees the seat with the activation token', async () => {
    const { client, seen } = await serve(() => ({ status: 204, body: '' }));
    await client.deactivate(ACTIVATION);
    expect(seen).toMatchObject([
      {
        method: 'DELETE',
        path: `/api/v1/activations/${ACTIVATION_ID}`,
        headers: { authorization: 'Bearer secret-token' },
      },
    ]);
  });

  it('[LIC-003] is done as well if an earlier attempt got through', async () => {
    const { client } = await serve(
      () => 'hang up',
      () => problem(404, 'ACTIVATION_NOT_FOUND'),
    );
    await expect(client.deactivate(ACTIVATION)).resolves.toBeUndefined();
  });

  it('does not take the 404 of a wrong address for it', async () => {
    const { client } = await serve(() => ({ status: 404, body: '<html>' }));
    await expect(client.deactivate(ACTIVATION)).rejects.toMatchObject({ code: 'UNEXPECTED_REPLY' });
  });
});

describe('new TesseraLicenseClient', () => {
  const { rootPublicKey } = vendor;

  it.each(['http://licenses.vendor.example', 'ftp://localhost', 'licenses.vendor.example'])(
    'refuses %s',
    (baseUrl) => {
      expect(() => new TesseraLicenseClient({ baseUrl, rootPublicKey })).toThrow(TypeError);
    },
  );

  it('refuses a root key that is none', () => {
    expect(() => new TesseraLicenseClient({ baseUrl: 'https://l.example', rootPublicKey: 'key' })).toThrow(
      TypeError,
    );
  });

  it('uses the fetch that it is given', async () => {
    const addresses: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (address) => {
      addresses.push(address);
      return new Response(null, { status: 204 });
    };
    await new TesseraLicenseClient({ baseUrl: 'https://l.example/shop/', rootPublicKey, fetch }).deactivate(
      ACTIVATION,
    );
    expect(addresses).toEqual([`https://l.example/shop/api/v1/activations/${ACTIVATION_ID}`]);
  });
});
