import { generateKeyPairSync, sign, verify, createPublicKey, type KeyObject } from 'node:crypto';
import {
  createEnrollment,
  enrollDevice,
  getDevice,
  makeChallenge,
  openSession,
  reportPresence,
  syncDevice,
  type DeviceReport,
  type EnrollDevice,
  type EnrolledDevice,
  type OpenSession,
  type SignedCommand,
  type SyncDevice,
} from '@tessera/contracts';
import { uuidv7, type Actor } from '@tessera/platform';
import { TestService } from '@tessera/platform/testing';
import { service } from '../src/service.js';

const signed = (key: KeyObject, ...lines: (string | number)[]): string =>
  sign(null, Buffer.from(lines.join('\n')), key).toString('base64url');

/** A person who may manage devices, of a company of his own unless one is named. */
export const administrator = (test: TestService, facts: Partial<Actor> = {}): Actor =>
  test.identity.actor({ role: 'owner', rights: ['devices.manage'], ...facts });

export const healthy = (): DeviceReport => ({
  protectionRunning: true,
  realTimeProtection: true,
  databasesAt: new Date().toISOString(),
  activity: 'idle',
});

export const shield = { product: 'Endpoint Shield', version: '12.3' };

/** The device's side, as docs/agent-protocol.md describes it. */
export class TestDevice {
  keys = generateKeyPairSync('ed25519');
  enrolled: EnrolledDevice;
  continuity = '';
  token = '';

  constructor(readonly test: TestService) {}

  get publicKey(): string {
    return this.keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
  }

  /** A new key pair, which the old one vouches for when the device is enrolled with this code. */
  replaceKey(code: string): Pick<EnrollDevice, 'previousPublicKey' | 'previousProof'> {
    const { publicKey: previousPublicKey, keys } = this;
    this.keys = generateKeyPairSync('ed25519');
    const parts = ['tessera-replace-v1', code.replaceAll('-', ''), this.publicKey];
    return { previousPublicKey, previousProof: signed(keys.privateKey, ...parts) };
  }

  get id(): string {
    return this.enrolled.deviceId;
  }

  enrollment(code: string, facts: Partial<EnrollDevice> = {}): EnrollDevice {
    return {
      code,
      publicKey: this.publicKey,
      proof: signed(this.keys.privateKey, 'tessera-enroll-v1', code.replaceAll('-', ''), this.publicKey),
      name: 'Laptop',
      platform: 'linux',
      report: healthy(),
      apps: [shield],
      ...facts,
    };
  }

  async enroll(code: string, facts: Partial<EnrollDevice> = {}): Promise<this> {
    this.enrolled = await this.test.ask(enrollDevice, this.enrollment(code, facts), null);
    this.continuity = '';
    return this;
  }

  async proof(changes: Partial<OpenSession> = {}): Promise<OpenSession> {
    const challenge = changes.challenge ?? (await this.test.ask(makeChallenge, {}, null)).challenge;
    const input = {
      deviceId: this.id,
      epoch: this.enrolled.epoch,
      continuity: this.continuity,
      challenge,
      ...changes,
    };
    const { deviceId, epoch, continuity } = input;
    return {
      ...input,
      signature:
        changes.signature ??
        signed(this.keys.privateKey, 'tessera-session-v1', challenge, deviceId, epoch, continuity),
    };
  }

  async connect(): Promise<this> {
    const session = await this.test.ask(openSession, await this.proof(), null);
    this.token = session.token;
    this.continuity = session.continuity;
    return this;
  }

  /** The token opened, and what is signed inside the commands. */
  async sync(news: Omit<SyncDevice, 'token'> = {}) {
    const reply = await this.test.ask(syncDevice, { token: this.token, ...news }, null);
    return { ...reply, orders: reply.commands.map((c) => this.open(c)) };
  }

  /** What a device that pinned the service's keys makes of a command. */
  open({ payload, signature, keyId }: SignedCommand): Record<string, unknown> {
    const pinned = this.enrolled.serviceKeys.find((k) => k.id === keyId)!;
    const key = createPublicKey({
      key: Buffer.concat([
        Buffer.from('302a300506032b6570032100', 'hex'),
        Buffer.from(pinned.publicKey, 'base64url'),
      ]),
      format: 'der',
      type: 'spki',
    });
    const text = Buffer.from(`tessera-command-v1\n${payload}`);
    if (!verify(null, text, key, Buffer.from(signature, 'base64url'))) throw new Error('wrong signature');
    return JSON.parse(payload) as Record<string, unknown>;
  }

  /** As a gateway with its socket says it. */
  async present(): Promise<void> {
    await this.test.ask(reportPresence, { present: [this.id], gone: [] }, null);
  }

  view(as: Actor) {
    return this.test.ask(getDevice, { id: this.id }, as);
  }
}

export async function enrollmentCode(test: TestService, as: Actor, maxUses = 1): Promise<string> {
  return (await test.ask(createEnrollment, { maxUses }, as)).code;
}

/** An enrolled device with a session, of this person's company. */
export async function connectedDevice(test: TestService, as: Actor, facts: Partial<EnrollDevice> = {}) {
  const device = await new TestDevice(test).enroll(await enrollmentCode(test, as), facts);
  return device.connect();
}

export const someId = (): string => uuidv7();

/** What every service has: the service as it runs, alone. */
export const startTestService = (): Promise<TestService> => TestService.start(service);
