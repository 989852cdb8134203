import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, DataKey } from '@tessera/platform';
import { rawPublicKey, signedText } from './device-signature.js';
import type { SigningKey } from './signing-key.entity.js';

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
  ) {}

  async onModuleInit(): Promise<void> {
    const rows = (await this.read()).length ? await this.read() : await this.make();
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
    await this.database.query(
      `insert into signing_key (id, public_key, sealed_private_key, current, created_at)
       values ($1, $2, $3, true, now()) on conflict do nothing`,
      [createHash('sha256').update(raw).digest('hex').slice(0, 16), raw, sealed],
    );
    return this.read();
  }

  private read(): Promise<SigningKey[]> {
    return this.database.query<SigningKey>(
      `select id, public_key as "publicKey", sealed_private_key as "sealedPrivateKey", current
         from signing_key order by current desc, created_at desc limit 10`,
    );
  }
}
