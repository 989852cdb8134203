import { jest } from '@jest/globals';
import { certificateContent, FINGERPRINT, makeVendor, NOW } from '../test/factories.js';
import { serve as serveScript, stopServing, type Answer, type Script } from '../test/server.js';
import type { Activation, ActivationRequest, LicenseWarning } from './activation.js';
import { verifyCertificate } from './certificate.js';
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
  const warnings: LicenseWarning[] = [];
  const onWarning = (warning: LicenseWarning) => void warnings.push(warning);
  const client = new TesseraLicenseClient({ baseUrl, rootPublicKey, attemptTimeout: 500, wait, onWarning });
  return { client, seen, pauses, warnings };
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

  it('sends a key file instead of a code', async () => {
    const { client, seen } = await serve(() => activated());
    const { fingerprint, application, deviceName } = REQUEST;
    await client.activate({ keyFile: '-----BEGIN', fingerprint, application, deviceName });
    expect(seen[0]!.body).toEqual({
      keyFile: '-----BEGIN',
      fingerprint,
      application,
      deviceName,
      nonce: expect.any(String),
    });
  });

  it('repeats with the same idempotency key, so that no second seat is taken', async () => {
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

  it('waits for its own first attempt that is still at work', async () => {
    const { client, seen } = await serve(
      () => problem(409, 'IDEMPOTENCY_IN_PROGRESS'),
      () => activated(),
    );
    await client.activate({ ...REQUEST, idempotencyKey: 'mine' });
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine', 'mine']);
    expect(seen[0]!.body).not.toHaveProperty('idempotencyKey');
  });

  it.each([
    [400, 'VALIDATION_FAILED'],
    [401, 'UNAUTHENTICATED'],
    [404, 'CODE_UNKNOWN'],
    [409, 'SEAT_LIMIT_REACHED'],
    [422, 'LICENSE_SUPERSEDED'],
    [422, 'A_CODE_OF_A_LATER_RELEASE'],
  ])('rejects with the code of a %i %s and asks only once', async (status, code) => {
    const { client, seen } = await serve(() => problem(status, code));
    const error = await client.activate(REQUEST).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LicenseRefused);
    expect(error).toMatchObject({ code, problem: { status, detail: 'Because.', traceId: 't-1' } });
    expect(seen).toHaveLength(1);
  });

  it('waits as Retry-After says, in seconds or as a date, and not in step with others', async () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { client, pauses } = await serve(
      () => problem(503, 'UNAVAILABLE', { 'retry-after': '3' }),
      () => problem(429, 'TOO_MANY_REQUESTS', { 'retry-after': date }),
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

  it.each([503, 429])(
    'leaves a pause that is longer than the call may take to the caller: %i',
    async (status) => {
      const { client, seen } = await serve(() => problem(status, 'WAIT', { 'retry-after': '3600' }));
      const error = await client.activate(REQUEST).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ServiceUnreachable);
      expect(error).toMatchObject({ status, retryAfterSeconds: 3600 });
      expect(seen).toHaveLength(1);
    },
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

  it('[EDG-003] leaves the activation on the error, so that the seat can be given back', async () => {
    const { client, seen } = await serve(
      () => activated(certificate({}, makeVendor())),
      () => ({ status: 204 }),
    );
    const error = await client.activate(REQUEST).catch((reason: CertificateRefused) => reason);
    const { activation } = error as CertificateRefused;
    expect(activation).toMatchObject({ id: ACTIVATION_ID, token: 'secret-token', fingerprint: FINGERPRINT });
    await client.deactivate(activation!);
    expect(seen[1]).toMatchObject({ method: 'DELETE', headers: { authorization: 'Bearer secret-token' } });
  });

  it('leaves it there too when the answer breaks off, and when the next attempts get none', async () => {
    const { client, seen } = await serve(
      () => ({ status: 201, body: { id: ACTIVATION_ID, token: 'secret-token' } }),
      () => 'hang up',
    );
    await expect(client.activate(REQUEST)).rejects.toMatchObject({
      code: 'NETWORK_UNREACHABLE',
      activation: { id: ACTIVATION_ID, token: 'secret-token' },
    });
    expect(new Set(seen.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  describe('on a device whose clock is wrong', () => {
    const DAY = 86_400_000;
    afterEach(() => jest.restoreAllMocks());

    it.each([
      ['2 minutes behind', -120_000, 120],
      ['8 days ahead', 8 * DAY, -8 * 86_400],
      ['80 years ahead', 80 * 365 * DAY, -80 * 365 * 86_400],
    ])('[EDG-003] takes an answer that repeats its nonce, and tells: %s', async (_, off, skew) => {
      const real = Date.now();
      const { client, warnings } = await serve(({ body }) =>
        activated(certificate({ nonce: body.nonce!, issuedAt: new Date(real).toISOString() })),
      );
      jest.spyOn(Date, 'now').mockImplementation(() => real + off);
      await expect(client.activate(REQUEST)).resolves.toMatchObject({ id: ACTIVATION_ID });
      expect(warnings).toEqual([
        { code: 'CLOCK_SKEWED', detail: expect.stringContaining('clock'), clockSkewSeconds: skew },
      ]);
    });

    it('does not take an answer that was stored under the own key for a clock that is ahead', async () => {
      const issuedAt = new Date(Date.now() - DAY / 2).toISOString();
      const { client, warnings } = await serve(({ body }) =>
        activated(certificate({ nonce: body.nonce!, issuedAt })),
      );
      await client.activate({ ...REQUEST, idempotencyKey: 'mine' });
      expect(warnings).toEqual([]);
    });

    it('goes by the clock where a service of the release before repeats no nonce', async () => {
      const issuedAt = new Date(Date.now() + 120_000).toISOString();
      const { client } = await serve(() => activated(certificate({ nonce: null, issuedAt })));
      await expect(client.activate(REQUEST)).rejects.toMatchObject({ code: 'CERTIFICATE_WRONG_NONCE' });
    });
  });

  it('[EDG-003] refuses the certificate of an earlier activation that is played back', async () => {
    const { client } = await serve(() => activated(certificate({ nonce: 'an-earlier-one' })));
    await expect(client.activate(REQUEST)).rejects.toMatchObject({ code: 'CERTIFICATE_WRONG_NONCE' });
  });
});

describe('check', () => {
  it('authenticates by its token, and takes a yes only with its own nonce', async () => {
    const { client, seen } = await serve(({ body }) =>
      checked({ valid: true, reasons: [] }, { nonce: body.nonce! }),
    );
    const result = await client.check(ACTIVATION);
    expect(result).toMatchObject({ valid: true, reasons: [], nextCheckAt: NOW.toISOString() });
    expect(result.activation!.certificate).not.toBe(ACTIVATION.certificate);
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

  it('hands on every reason of a no, and keeps the certificate that says no', async () => {
    const reasons = [{ code: 'LICENSE_BLOCKED', remedy: 'Contact your partner.' }];
    const blocked = { id: 'l-1', ...license, status: 'blocked' as const };
    const { client } = await serve(({ body }) =>
      checked({ valid: false, reasons }, { nonce: body.nonce!, license: blocked }),
    );
    const result = await client.check(ACTIVATION);
    expect(result).toMatchObject({ valid: false, reasons });
    expect(result.activation!.certificate).not.toBe(ACTIVATION.certificate);
  });

  it('[EDG-003] is not ended by an answer forged on the way: a no without a certificate changes nothing', async () => {
    const reasons = [{ code: 'ACTIVATION_ENDED', remedy: 'Activate again.' }];
    const body = { valid: false, reasons, nextCheckAt: NOW, license, certificate: null };
    const { client } = await serve(() => ({ status: 200, body }));
    expect(await client.check(ACTIVATION)).toMatchObject({ valid: false, reasons, activation: ACTIVATION });
    const { certificate: _, license: __, ...handle } = ACTIVATION;
    expect(await client.check(handle)).toMatchObject({ valid: false, activation: null });
  });

  it.each(['ACTIVATION_ENDED', 'FINGERPRINT_MISMATCH', 'A_REASON_OF_A_LATER_RELEASE'])(
    '[EDG-003] stores the signed no %s, which says no offline from then on',
    async (refusal) => {
      const { client } = await serve(({ body }) =>
        checked(
          { valid: false, reasons: [{ code: refusal, remedy: 'Activate again.' }] },
          { nonce: body.nonce!, refusal, license: { id: 'l-1', ...license, status: 'not_activated' } },
        ),
      );
      const { activation } = await client.check(ACTIVATION);
      expect(activation).toMatchObject({ id: ACTIVATION.id, token: ACTIVATION.token });
      const { rootPublicKey } = vendor;
      const options = { rootPublicKey, productId: 'endpoint-shield', fingerprint: FINGERPRINT };
      expect(verifyCertificate(activation!.certificate, options)).toMatchObject({
        code: 'LICENSE_NOT_ACTIVE',
        certificate: { refusal },
      });
    },
  );

  it('[EDG-003] stores a certificate that says no, also for a state that it does not know', async () => {
    const ended = { id: 'l-1', ...license, status: 'ended' };
    const { client } = await serve(({ body }) =>
      checked({ valid: false, reasons: [] }, { nonce: body.nonce!, license: ended }),
    );
    const { activation } = await client.check(ACTIVATION);
    const options = {
      rootPublicKey: vendor.rootPublicKey,
      productId: 'endpoint-shield',
      fingerprint: FINGERPRINT,
    };
    expect(verifyCertificate(activation!.certificate, options)).toMatchObject({ code: 'LICENSE_NOT_ACTIVE' });
  });

  it.each<[string, (nonce: string) => string]>([
    [
      'forged',
      (nonce) => certificate({ nonce, license: { id: 'l', ...license, status: 'blocked' } }, makeVendor()),
    ],
    ['played back', () => certificate({ nonce: 'old', license: { id: 'l', ...license, status: 'blocked' } })],
    ['a yes', (nonce) => certificate({ nonce })],
  ])('[EDG-003] does not give up the stored certificate for one that is %s', async (_, text) => {
    const { client } = await serve(({ body }) => ({
      status: 200,
      body: { ...replyBody({ valid: false, reasons: [] }), certificate: text(body.nonce!) },
    }));
    expect(await client.check(ACTIVATION)).toMatchObject({ valid: false, activation: ACTIVATION });
  });

  it('[EDG-003] refuses a yes without a certificate, or whose certificate says no', async () => {
    const { client } = await serve(
      ...Array.from({ length: 4 }, () => () => ({
        status: 200,
        body: { valid: true, reasons: [], nextCheckAt: NOW, license },
      })),
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

  it.each<[string, Answer]>([
    ['the 404 of a wrong address', { status: 404, body: '<html>' }],
    ['a page', { status: 200, body: '<html>' }],
    ['another yes', { status: 200, body: {} }],
  ])('does not take %s for it', async (_, reply) => {
    const { client } = await serve(() => reply);
    await expect(client.deactivate(ACTIVATION)).rejects.toMatchObject({ code: 'UNEXPECTED_REPLY' });
  });
});

describe('new TesseraLicenseClient', () => {
  const { rootPublicKey } = vendor;

  it.each([
    'http://licenses.vendor.example',
    'ftp://localhost',
    'licenses.vendor.example',
    'https://name:secret@licenses.vendor.example',
    'https://name@licenses.vendor.example',
    'https://licenses.vendor.example/?tenant=1',
    'https://licenses.vendor.example/#top',
    '',
  ])('refuses %s', (baseUrl) => {
    expect(() => new TesseraLicenseClient({ baseUrl, rootPublicKey })).toThrow(TypeError);
  });

  it('refuses a root key that is none', () => {
    expect(() => new TesseraLicenseClient({ baseUrl: 'https://l.example', rootPublicKey: 'key' })).toThrow(
      TypeError,
    );
  });

  it('does not repeat a password from the address', () => {
    const baseUrl = 'https://name:secret@licenses.vendor.example';
    expect(() => new TesseraLicenseClient({ baseUrl, rootPublicKey })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  it.each([{ timeout: 0 }, { attempts: Number.NaN }, { attemptTimeout: '5' as never }])(
    'refuses %j',
    (setting) => {
      expect(
        () => new TesseraLicenseClient({ baseUrl: 'https://l.example', rootPublicKey, ...setting }),
      ).toThrow(TypeError);
    },
  );

  it.each<[string, object]>([
    ['neither code nor key file', { activationCode: undefined }],
    ['both', { keyFile: 'x' }],
    ['bytes', { activationCode: undefined, keyFile: Buffer.from('x') }],
    ['no fingerprint', { fingerprint: '' }],
    ['no application', { application: undefined }],
    ['no name', { deviceName: undefined }],
  ])('tells the programmer about a request with %s', async (_, changes) => {
    const { client, seen } = await serve(() => activated());
    await expect(client.activate({ ...REQUEST, ...changes } as never)).rejects.toThrow(TypeError);
    expect(seen).toEqual([]);
  });

  it('tells the programmer about an activation that is none', async () => {
    const { client } = await serve(() => activated());
    await expect(client.check(null as never)).rejects.toThrow(TypeError);
    await expect(client.deactivate({ id: 'x' } as never)).rejects.toThrow(TypeError);
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
