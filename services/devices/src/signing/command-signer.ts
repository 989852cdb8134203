import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, DataKey } from '@tessera/platform';
import { rawPublicKey, signedText } from './device-signature.js';
import type { SigningKey } from './signing-key.entity.js';
import { SigningKeysRepository } from './signing-keys.repository.js';

const PURPOSE = 'command-signing-key';
const DOMAIN = 'tessera-command-v1';

export interface SignedText {
  payload: string;
  signature: string;
  keyId: string;
}

/**
 * Signs what devices are told to do. The key pair is made at the first start; of several instances that start together
 * one makes it and the others find it. A key that the configured data key does not open stops the start.
 */
@Injectable()
export class CommandSigner implements OnModuleInit {
  private key: { id: string; privateKey: KeyObject };
  /** What devices pin. */
  publicKeys: { id: string; publicKey: string }[] = [];

  constructor(
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly keys: SigningKeysRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    const stored = await this.keys.list(this.database);
    const rows = stored.length ? stored : await this.make();
    const current = rows.find((r) => r.current)!;
    const der = this.dataKey.decrypt(current.sealedPrivateKey, PURPOSE);
    this.key = { id: current.id, privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
    this.publicKeys = rows.map(({ id, publicKey }) => ({ id, publicKey }));
  }

  /** The payload as the exact text that was signed: devices verify it before they parse it. */
  sign(content: object): SignedText {
    const payload = JSON.stringify(content);
    const signature = sign(null, signedText(DOMAIN, payload), this.key.privateKey).toString('base64url');
    return { payload, signature, keyId: this.key.id };
  }

  private async make(): Promise<SigningKey[]> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = rawPublicKey(publicKey);
    const sealed = this.dataKey.encrypt(privateKey.export({ format: 'der', type: 'pkcs8' }), PURPOSE);
    const id = createHash('sha256').update(raw).digest('hex').slice(0, 16);
    await this.keys.insertFirst({ id, publicKey: raw, sealedPrivateKey: sealed }, this.database);
    return this.keys.list(this.database);
  }
}
