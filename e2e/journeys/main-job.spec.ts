import { randomBytes, createHash } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  LicenseRefused,
  TesseraLicenseClient,
  verifyCertificate,
  verifyKeyFile,
  type Activation,
  type LicenseWarning,
} from '@tessera/license';
import { eventually } from '@tessera/platform/testing';
import { jest } from '@jest/globals';
import { unzipSync } from 'fflate';
import { Upload } from 'tus-js-client';
import type { Api } from '../../tools/world/api.mjs';
import {
  bootstrapAdmin,
  orderCode,
  owner,
  password,
  productId,
  registration,
  staffMember,
} from '../world/people.js';
import { World } from '../world/world.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the public API, read as a client would */

/** Within this long a command, a message or a mail has arrived, on a busy machine too. */
/** Of one activation among a thousand at once. */
const MAX_TRIES = 10;
const REACTION_MS = 15_000;

describe('the main job, from the order to the answered request', () => {
  let world: World;
  let licenses: Api;
  let agent: Api;
  let acme: Api;
  let code: string;
  let license: any;
  let shield: string;

  beforeAll(async () => {
    world = await World.start();
    const admin = await bootstrapAdmin(world);
    licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    agent = await staffMember(world, admin, 'support-agent', 'agent@vendor.example');
    shield = await productId(world, 'Endpoint Shield');
  });
  afterAll(() => world?.stop());

  describe('1. an order', () => {
    it('gives a license administrator an activation code of 4 × 5 characters', async () => {
      const order = await licenses.post('/staff/orders', {
        companyName: 'Acme GmbH',
        productId: shield,
        seats: 10,
        termDays: 365,
        kind: 'commercial',
        quantity: 1,
      });
      expect(order).toMatchObject({
        productId: shield,
        orderNumber: expect.any(String),
        activationCodes: [expect.stringMatching(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)],
      });
      code = order.activationCodes[0];
    });

    it('refuses a code with one mistyped character without looking for it', async () => {
      const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
      await expect(
        world.api().post('/key-files', { activationCode: wrong, email: 'a@b.example' }),
      ).rejects.toMatchObject({ code: 'CODE_MALFORMED', status: 422 });
    });
  });

  describe('2. a registration', () => {
    const email = 'owner@acme.example';
    let token: string;

    it('needs names, a business address, a country and both consents', async () => {
      const answer = await world
        .api()
        .send(
          'POST',
          '/auth/register',
          registration(email, { activationCode: code, acceptTerms: false, firstName: '' }),
        );
      const problem: any = await answer.json();
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(new Set(problem.errors.map((e: any) => e.field))).toEqual(new Set(['acceptTerms', 'firstName']));
    });

    it('[IDC-015] is answered alike for everybody, and mails a link', async () => {
      const answer = await world
        .api()
        .send('POST', '/auth/register', registration(email, { activationCode: code }));
      expect([answer.status, await answer.text()]).toEqual([202, '{}']);
      token = await world.mail.token(email, 'activate');
      const mail = await world.mail.wait(email);
      expect(mail.html).toContain(token);
      expect(mail.text).toContain(token);
    });

    it('[LIC-059] does not claim the code: it is still nobody’s', async () => {
      const rows = await world.query(
        'licensing',
        'select company_id from license_entry where company_id is not null',
      );
      expect(rows).toEqual([]);
    });

    it('[IDC-017] sets the password by POST alone; reading the link uses nothing up', async () => {
      const path = `/auth/activate?token=${token}`;
      for (const method of ['GET', 'HEAD']) expect((await world.api().send(method, path)).status).toBe(405);
      await expect(world.api().post('/auth/activate', { token, password: 'short' })).rejects.toMatchObject({
        code: 'PASSWORD_POLICY',
        status: 422,
      });
      await world.api().post('/auth/activate', { token, password });
      await expect(world.api().post('/auth/activate', { token, password })).rejects.toMatchObject({
        code: 'LINK_INVALID',
      });
    });

    it('makes the person owner of the company', async () => {
      acme = await world.api().signIn(email, password);
      const me = await acme.get('/me');
      expect(me).toMatchObject({
        email,
        role: 'owner',
        company: { name: 'Acme GmbH' },
        rights: expect.arrayContaining(['licenses.manage', 'devices.manage']),
      });
    });

    it('[LIC-063][LIC-064] lists the license as not activated, with product, seats, serial and order number', async () => {
      const { items } = await acme.get('/licenses');
      expect(items).toEqual([
        expect.objectContaining({
          status: 'not_activated',
          activationCode: code,
          product: { id: shield, name: 'Endpoint Shield' },
          seats: { limit: 10, used: 0 },
          serialNumber: expect.stringMatching(/^[0-9A-Z]{8}$/),
          orderNumber: expect.any(String),
        }),
      ]);
      license = items[0];
    });

    it('[LIC-059] gives the code to nobody else afterwards', async () => {
      const other = await orderCode(world, licenses, { companyName: 'Globex AG' });
      const globex = await owner(world, 'owner@globex.example', other, { companyName: 'Globex AG' });
      await expect(globex.post('/licenses', { activationCode: code })).rejects.toMatchObject({
        code: 'LICENSE_ALREADY_ADDED',
        status: 409,
      });
      await expect(globex.get(`/licenses/${license.id}`)).rejects.toMatchObject({ status: 404 });
    });

    it('keeps a page’s session in a cookie that no script can read', async () => {
      const answer = await world
        .api()
        .send(
          'POST',
          '/auth/sign-in',
          { email, password },
          { origin: world.url.replace('127.0.0.1', 'localhost'), 'sec-fetch-site': 'same-origin' },
        );
      const cookie = answer.headers.getSetCookie().find((c) => c.startsWith('sid='))!;
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
      expect(await answer.json()).not.toHaveProperty('accessToken');
      const me = await world.api().send('GET', '/me', undefined, { cookie: cookie.split(';')[0]! });
      expect(me.status).toBe(200);
    });
  });

  describe('3. key files', () => {
    let files: Record<string, Uint8Array>;
    let keyFile: string;

    it('[LIC-027][LIC-028][LIC-029][LIC-030] are mailed as an archive with a compatibility list, to whoever has the code', async () => {
      const to = 'admin@branch.example';
      expect(
        (
          await world.api().send('POST', '/key-files', {
            activationCode: code.toLowerCase().replaceAll('-', ' '),
            email: to,
          })
        ).status,
      ).toBe(202);
      const mail = await world.mail.wait(to);
      const archive = mail.attachments!.find((a) => a.fileName.endsWith('.zip'))!;
      files = unzipSync(await world.mail.attachment(mail, archive.fileName));
      const names = Object.keys(files);
      expect(names).toContain('Compatibility_List.txt');
      const key = names.find((n) => /^[0-9A-Z]{8}\.key$/.test(n))!;
      expect(Buffer.from(files['Compatibility_List.txt']!).toString()).toContain(key);
      keyFile = Buffer.from(files[key]!).toString();
    });

    it('[EDG-003] verify without a network, with the root public key alone', () => {
      expect(verifyKeyFile(keyFile, { rootPublicKey: world.rootPublicKey, productId: shield })).toMatchObject(
        { ok: true, license: { seats: 10 } },
      );
    });

    it('show that key to everybody, and caches may keep it', async () => {
      const answer = await world.api().send('GET', '/root-key');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
      expect(await answer.json()).toEqual({
        items: [{ keyId: expect.stringMatching(/^[\w-]{16}$/), pem: world.rootPublicKey }],
      });
    });

    it('[EDG-003] are refused with a reason of its own: changed, other product, too late', async () => {
      const options = { rootPublicKey: world.rootPublicKey, productId: shield };
      const changed = keyFile.replace(/[A-Za-z](?=[A-Za-z0-9_-]{20,}\n)/, (c) => (c === 'A' ? 'B' : 'A'));
      const codeOf = (result: ReturnType<typeof verifyKeyFile>) => (result.ok ? 'OK' : result.code);
      expect(codeOf(verifyKeyFile(changed, options))).toBe('KEY_FILE_TAMPERED');
      expect(
        codeOf(verifyKeyFile(keyFile, { ...options, productId: await productId(world, 'Cloud Guard') })),
      ).toBe('KEY_FILE_WRONG_PRODUCT');
      expect(
        codeOf(verifyKeyFile(keyFile, { ...options, now: new Date(Date.now() + 400 * 86_400_000) })),
      ).toBe('KEY_FILE_EXPIRED');
    });

    it('[LIC-064] can be downloaded from the license, as an attachment', async () => {
      const answer = await acme.send('GET', `/licenses/${license.id}/key-files/${license.keyFiles[0].name}`);
      expect(answer.headers.get('content-disposition')).toContain(`filename=${license.keyFiles[0].name}`);
      expect(
        verifyKeyFile(await answer.text(), { rootPublicKey: world.rootPublicKey, productId: shield }).ok,
      ).toBe(true);
    });
  });

  describe('4. activations', () => {
    const client = () => new TesseraLicenseClient({ baseUrl: world.url, rootPublicKey: world.rootPublicKey });
    const request = (n: number) => ({
      activationCode: code,
      fingerprint: `device-${n}`,
      application: { product: shield, version: '12.6' },
      deviceName: `WS-${n}`,
    });
    let activations: Activation[];

    it('[EDG-001] take one seat each, the same one for the same device, and the eleventh device gets none', async () => {
      activations = await Promise.all(Array.from({ length: 10 }, (_, n) => client().activate(request(n))));
      const again = await client().activate(request(3));
      expect(again.id).toBe(activations[3]!.id);
      activations[3] = again;
      const eleventh = await client()
        .activate(request(10))
        .catch((e: unknown) => e);
      expect(eleventh).toBeInstanceOf(LicenseRefused);
      expect(eleventh).toMatchObject({ code: 'SEAT_LIMIT_REACHED' });
    });

    it('make the license active', async () => {
      expect(await acme.get(`/licenses/${license.id}`)).toMatchObject({
        status: 'active',
        seats: { limit: 10, used: 10 },
      });
    });

    it('are checked with a nonce; the signed answer holds offline', async () => {
      const { valid, activation } = await client().check(activations[0]!);
      expect(valid).toBe(true);
      const options = { rootPublicKey: world.rootPublicKey, productId: shield, fingerprint: 'device-0' };
      expect(verifyCertificate(activation!.certificate, options).ok).toBe(true);
      expect(
        verifyCertificate(activation!.certificate, { ...options, fingerprint: 'device-1' }),
      ).toMatchObject({ ok: false, code: 'CERTIFICATE_WRONG_FINGERPRINT' });
    });

    it('tell every reason with its remedy once the vendor has blocked the license, and none after', async () => {
      await licenses.post(`/staff/licenses/${license.id}/block`, { reason: 'The code was published.' });
      const blocked = await client().check(activations[0]!);
      expect(blocked).toMatchObject({
        valid: false,
        reasons: [{ code: 'LICENSE_BLOCKED', remedy: expect.any(String) }],
      });
      expect((await acme.get('/licenses?status=blocked')).items).toHaveLength(1);
      await licenses.post(`/staff/licenses/${license.id}/unblock`, { reason: 'It was a mistake.' });
      expect((await client().check(activations[0]!)).valid).toBe(true);
    });

    it('free their seat when they end', async () => {
      await client().deactivate(activations[9]!);
      activations[9] = await client().activate(request(10));
      const seats = await acme.get(`/licenses/${license.id}/seats`);
      expect(seats.items.map((s: any) => s.deviceName)).toContain('WS-10');
      await acme.delete(`/licenses/${license.id}/seats/${seats.items[0].id}`);
      expect((await acme.get(`/licenses/${license.id}`)).seats.used).toBe(9);
      const fingerprint = `device-${String(seats.items[0].deviceName).slice('WS-'.length)}`;
      const freed = activations.find((one) => one.fingerprint === fingerprint)!;
      const { reasons, activation } = await client().check(freed);
      expect(reasons.map(({ code }) => code)).toEqual(['ACTIVATION_ENDED']);
      const options = { rootPublicKey: world.rootPublicKey, productId: shield, fingerprint };
      expect(verifyCertificate(activation!.certificate, options)).toMatchObject({
        code: 'LICENSE_NOT_ACTIVE',
      });
    });

    it('[EDG-003] give way for good: what is stored on the old device says no offline once it has asked', async () => {
      const one = await orderCode(world, licenses, { companyName: 'Acme GmbH', seats: 1 });
      const { id } = await acme.post('/licenses', { activationCode: one });
      const stored = await client().activate({ ...request(20), activationCode: one });
      const [seat] = (await acme.get(`/licenses/${id}/seats`)).items;
      await acme.delete(`/licenses/${id}/seats/${seat.id}`);
      await client().activate({ ...request(21), activationCode: one });
      const checked = await client().check(stored);
      expect(checked).toMatchObject({ valid: false, reasons: [{ code: 'ACTIVATION_ENDED' }] });
      const { rootPublicKey } = world;
      const options = { rootPublicKey, productId: shield, fingerprint: 'device-20' };
      expect(verifyCertificate(checked.activation!.certificate, options)).toMatchObject({
        code: 'LICENSE_NOT_ACTIVE',
        certificate: { refusal: 'ACTIVATION_ENDED' },
      });
    });

    it('[EDG-003] are taken on a device whose clock is wrong, and nobody loses a seat by it', async () => {
      const warnings: LicenseWarning[] = [];
      const { rootPublicKey, url: baseUrl } = world;
      const onWarning = (warning: LicenseWarning) => void warnings.push(warning);
      const late = new TesseraLicenseClient({ baseUrl, rootPublicKey, onWarning });
      const real = Date.now();
      const clock = jest.spyOn(Date, 'now').mockImplementation(() => real - 120_000);
      try {
        const one = await orderCode(world, licenses, { companyName: 'Acme GmbH', seats: 1 });
        const activation = await late.activate({ ...request(22), activationCode: one });
        expect((await late.check(activation)).valid).toBe(true);
        expect(warnings.map(({ code }) => code)).toEqual(['CLOCK_SKEWED', 'CLOCK_SKEWED']);
      } finally {
        clock.mockRestore();
      }
    });

    it('[EDG-001] oversell nothing when 1,000 ask for 100 seats at once, over two instances', async () => {
      await world.addInstance('licensing');
      await world.ready('licensing', 2);
      const many = await orderCode(world, licenses, { companyName: 'Acme GmbH', seats: 100 });
      await acme.post('/licenses', { activationCode: many });
      // As the SDK does: a busy gateway refuses at once, and is asked again with the same key.
      const attempt = async (n: number): Promise<string> => {
        for (let tries = 1; ; tries++) {
          const body = { ...request(n), activationCode: many, fingerprint: `race-${n}` };
          const answer = await world
            .api()
            .send('POST', '/activations', body, { 'idempotency-key': `race-${n}` });
          if (answer.status === 201) return 'OK';
          const problem: any = await answer.json();
          const isBusy = answer.status === 503 || answer.status === 429;
          if (!(isBusy || problem.code === 'IDEMPOTENCY_IN_PROGRESS') || tries === MAX_TRIES)
            return problem.code;
          await sleep(200 * tries * Math.random());
        }
      };
      const results = await Promise.all(Array.from({ length: 1_000 }, (_, n) => attempt(n)));
      const count = (code: string) => results.filter((r) => r === code).length;
      expect([count('OK'), count('SEAT_LIMIT_REACHED')]).toEqual([100, 900]);
      const { items } = await acme.get('/licenses');
      expect(items.find((l: any) => l.seats.limit === 100).seats.used).toBe(100);
    });
  });

  describe('5. devices', () => {
    const state = mkdtempSync(join(tmpdir(), 'tessera-device-'));
    let simulator: ChildProcess | undefined;
    let device: any;
    const run = (...more: string[]) => {
      const args = [
        'tools/device.mjs',
        '--url',
        world.url,
        '--state',
        state,
        '--name',
        'Laptop of Olga',
        '--scan-seconds',
        '1',
        ...more,
      ];
      simulator = spawn(process.execPath, args, {
        stdio: 'ignore',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
    };
    const stop = async () => {
      simulator?.kill('SIGTERM');
      while (simulator && simulator.exitCode === null && simulator.signalCode === null) await sleep(20);
    };
    afterAll(async () => {
      await stop();
      rmSync(state, { recursive: true, force: true });
    });

    it('[DEV-001] join by a code, with a key pair of their own, and are shown online with their status', async () => {
      const enrollment = await acme.post('/devices/enrollments');
      expect(enrollment).toMatchObject({
        code: expect.any(String),
        qr: expect.stringMatching(/^data:image\/png;base64,/),
        expiresAt: expect.any(String),
      });
      run('--enroll', enrollment.code);
      await eventually(async () => {
        device = (await acme.get('/devices')).items[0];
        expect(device).toMatchObject({ name: 'Laptop of Olga', online: true, status: 'protected' });
      }, REACTION_MS);
    });

    it('[DEV-030][EDG-010] run a quick scan on command, state by state', async () => {
      const command = await acme.post(`/devices/${device.id}/commands`, { kind: 'quick_scan' });
      expect(command).toMatchObject({ state: 'queued', deliverBy: expect.any(String) });
      await eventually(async () => {
        const { items } = await acme.get(`/devices/${device.id}/commands`);
        const done = items.find((c: any) => c.id === command.id);
        expect(done.state).toBe('succeeded');
        expect(done.timeline.map((s: any) => s.state)).toEqual([
          'queued',
          'delivered',
          'running',
          'succeeded',
        ]);
      }, REACTION_MS);
    });

    it('[DEV-026] get a command when they come back', async () => {
      await stop();
      const command = await acme.post(`/devices/${device.id}/commands`, { kind: 'quick_scan' });
      await eventually(async () =>
        expect(await acme.get(`/devices/${device.id}`)).toMatchObject({ online: false }),
      );
      expect(
        (await acme.get(`/devices/${device.id}/commands`)).items.find((c: any) => c.id === command.id).state,
      ).toBe('queued');
      run();
      await eventually(async () => {
        const { items } = await acme.get(`/devices/${device.id}/commands`);
        expect(items.find((c: any) => c.id === command.id).state).toBe('succeeded');
      }, REACTION_MS);
    });

    it('[DEV-009] can be renamed, by who has seen the latest version', async () => {
      const answer = await acme.send('GET', `/devices/${device.id}`);
      const etag = answer.headers.get('etag')!;
      await acme.patch(`/devices/${device.id}`, { name: 'Notebook' }, { 'if-match': etag });
      expect((await acme.get(`/devices/${device.id}`)).name).toBe('Notebook');
      await expect(
        acme.patch(`/devices/${device.id}`, { name: 'X' }, { 'if-match': etag }),
      ).rejects.toMatchObject({ status: 412 });
      await expect(acme.patch(`/devices/${device.id}`, { name: 'X' }, {})).rejects.toMatchObject({
        status: 428,
      });
    });

    it('[DEV-013][DEV-018][DEV-020][DEV-021] leave the account with their licenses untouched, and can come back', async () => {
      const before = await acme.get('/licenses');
      await acme.delete(`/devices/${device.id}`);
      await stop();
      expect(await acme.get('/licenses')).toEqual(before);
      const enrollment = await acme.post('/devices/enrollments');
      run('--enroll', enrollment.code);
      await eventually(async () => {
        const back = (await acme.get('/devices')).items.find((d: any) => d.online);
        expect(back.id).toBe(device.id);
      }, REACTION_MS);
      await stop();
    });
  });

  describe('6. a support request', () => {
    const bytes = randomBytes(1024 * 1024);
    const size = 200 * 1024 * 1024;
    const path = join(tmpdir(), `tessera-upload-${process.pid}.bin`);
    let attachmentId: string;
    let request: any;

    beforeAll(() => {
      const target = openSync(path, 'w');
      for (let n = 0; n < size / bytes.length; n++) writeSync(target, bytes);
      closeSync(target);
    });
    afterAll(() => rmSync(path, { force: true }));

    const upload = (options: { url?: string; abortAfter?: number; consent: boolean }) =>
      new Promise<{ url: string; done: boolean }>((resolve, reject) => {
        const task = new Upload(createReadStream(path), {
          endpoint: `${world.url}/api/v1/uploads`,
          uploadUrl: options.url ?? null,
          uploadSize: size,
          chunkSize: 16 * 1024 * 1024,
          retryDelays: [100, 500],
          headers: { authorization: `Bearer ${acme.token!}` },
          metadata: {
            filename: 'traces.zip',
            filetype: 'application/zip',
            ...(options.consent ? { acceptDataStatement: 'true' } : {}),
          },
          onError: reject,
          onSuccess: () => resolve({ url: task.url!, done: true }),
          onChunkComplete: (_chunk, accepted) => {
            if (options.abortAfter && accepted >= options.abortAfter)
              void task.abort().then(() => resolve({ url: task.url!, done: false }));
          },
        });
        task.start();
      });

    it('[SUP-044] needs the consent to the statement on data for the first upload ever', async () => {
      await expect(upload({ consent: false })).rejects.toThrow(/403/);
    });

    it('[SUP-044] takes an attachment of 200 MB, interrupted once and resumed', async () => {
      const first = await upload({ consent: true, abortAfter: 48 * 1024 * 1024 });
      expect(first.done).toBe(false);
      const head = await fetch(first.url, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${acme.token!}`, 'tus-resumable': '1.0.0' },
      });
      expect(Number(head.headers.get('upload-offset'))).toBeGreaterThanOrEqual(48 * 1024 * 1024);
      const second = await upload({ consent: true, url: first.url });
      expect(second.done).toBe(true);
      attachmentId = second.url.split('/').at(-1)!;
    });

    it('[SUP-036][SUP-037][SUP-039][SUP-046] is registered, and the mail has its number in the subject', async () => {
      const form = await acme.get(`/request-form?category=technical&product=${shield}`);
      const product = form.productGroups.flatMap((g: any) => g.products).find((p: any) => p.id === shield);
      expect(product.versions).toContain('12.6');
      request = await acme.post('/requests', {
        category: 'technical',
        productId: shield,
        productVersion: '12.6',
        level: 'standard',
        osVersion: 'Windows 11',
        type: form.types[0].id,
        subtype: form.types[0].subtypes[0],
        subject: 'Quick scan stops',
        description: 'It stops at 60 percent.\nEvery time.',
        attachmentIds: [attachmentId],
      });
      expect(request).toMatchObject({
        status: 'in_progress',
        number: expect.any(String),
        product: { id: shield },
      });
      const mail = await world.mail.wait('owner@acme.example', (m) => m.subject.includes(request.number));
      expect(mail.text).toContain('Quick scan stops');
    });

    it('gives the attachment to support as a download, byte for byte', async () => {
      const answer = await agent.send('GET', `/attachments/${attachmentId}`);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      const hash = createHash('sha256');
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) hash.update(chunk);
      const expected = createHash('sha256');
      for await (const chunk of createReadStream(path)) expected.update(chunk as Buffer);
      expect(hash.digest('hex')).toBe(expected.digest('hex'));
      const part = await agent.send('GET', `/attachments/${attachmentId}`, undefined, {
        range: 'bytes=0-99',
      });
      expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100]);
    });

    it('[SUP-063][SUP-078] is asked back by an agent; the customer is mailed and replies', async () => {
      const queue = await agent.get('/staff/requests');
      expect(queue.items.map((r: any) => r.id)).toContain(request.id);
      await agent.post(`/staff/requests/${request.id}/messages`, {
        text: 'Which version of the databases?',
        status: 'awaiting_reply',
      });
      await agent.post(`/staff/requests/${request.id}/messages`, {
        text: 'A note for colleagues.',
        internal: true,
      });
      expect((await acme.get(`/requests/${request.id}`)).status).toBe('awaiting_reply');
      const mail = await world.mail.wait('owner@acme.example', (m) =>
        m.text.includes('Which version of the databases?'),
      );
      expect(mail.subject).toContain(request.number);
      await acme.post(`/requests/${request.id}/messages`, { text: 'The one of today.' });
      const { items } = await acme.get(`/requests/${request.id}/messages`);
      const texts = items.map((m: any) => m.text);
      expect(texts).toEqual(expect.arrayContaining(['Which version of the databases?', 'The one of today.']));
      expect(texts).not.toContain('A note for colleagues.');
      expect((await acme.get(`/requests/${request.id}`)).status).toBe('in_progress');
    });

    it('[SUP-069][SUP-071][SUP-080] is closed by the customer, and then takes no more messages', async () => {
      expect(await acme.post(`/requests/${request.id}/close`)).toMatchObject({ status: 'cancelled_by_user' });
      await expect(
        acme.post(`/requests/${request.id}/messages`, { text: 'One more thing' }),
      ).rejects.toMatchObject({ code: 'REQUEST_FINAL', status: 409 });
      expect(await acme.get(`/requests/by-number/${request.number}`)).toMatchObject({ id: request.id });
    });
  });

  describe('7. languages and notifications', () => {
    it('mails and tells each person in the own language, as text and as HTML', async () => {
      const email = 'eva@initech.example';
      const activationCode = await orderCode(world, licenses, { companyName: 'Initech AG' });
      const eva = await owner(world, email, activationCode, {
        companyName: 'Initech AG',
        language: 'de',
        firstName: 'Eva',
      });
      const mails = await world.mail.all(email);
      expect(mails[0]!.text).toMatch(/Passwort/);
      expect(mails[0]!.html).toMatch(/<html[^>]+lang="de"/);
      await eventually(async () => {
        const { items } = await eva.get('/notifications');
        expect(items.length).toBeGreaterThan(0);
        expect(JSON.stringify(items)).toMatch(/Lizenz/);
      }, REACTION_MS);
    });

    it('lists in the application what was mailed, and remembers what was read', async () => {
      const { items } = await acme.get('/notifications');
      expect(items.length).toBeGreaterThan(2);
      await acme.post(`/notifications/${items[0].id}/read`);
      const after = await acme.get('/notifications');
      expect(after.items.find((n: any) => n.id === items[0].id).readAt).not.toBeNull();
    });
  });
});
