import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ACTOR_AUDIENCE,
  ACTOR_ISSUER,
  ACTOR_TYPE,
  actorClaims,
  CONFIG,
  DataKey,
  Job,
  randomSecret,
  RequestContext,
  Transaction,
  type Actor,
  type Tx,
} from '@tessera/platform';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Config } from '../config.js';
import { SigningKeysRepository } from './signing-keys.repository.js';

const PURPOSE = 'signing-key';
/** A key is published before it signs and after its last signature. */
const HOURS_BEFORE_USE = 24;
const HOURS_AFTER_USE = 1;
/** How long an instance goes on with the key it knows; far less than {@link HOURS_BEFORE_USE}. */
const RELOAD_MS = 60_000;
const ROTATE_EVERY_MS = 60 * 60_000;

interface Signer {
  kid: string;
  key: CryptoKey;
  readAt: number;
}

/** The Ed25519 keys of actor tokens: made here, kept encrypted, changed every SIGNING_KEY_DAYS days, published with overlap. */
@Injectable()
export class KeyRing implements OnModuleInit {
  private signer: Signer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: SigningKeysRepository,
    private readonly dataKey: DataKey,
    private readonly transaction: Transaction,
  ) {}

  /** There is a key before the first token is asked for. */
  onModuleInit(): Promise<void> {
    return this.rotate();
  }

  /** A token for the bus that names the caller. */
  async sign(actor: Actor): Promise<string> {
    const { kid, key } = await this.current();
    return new SignJWT(actorClaims(actor))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: ACTOR_TYPE })
      .setIssuer(ACTOR_ISSUER)
      .setAudience(ACTOR_AUDIENCE)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime(`${this.config.ACTOR_TOKEN_SECONDS}s`)
      .setJti(randomSecret(12))
      .sign(key);
  }

  private async current(): Promise<Signer> {
    if (this.signer && performance.now() - this.signer.readAt < RELOAD_MS) return this.signer;
    const row = await this.keys.current();
    if (!row) throw new Error('there is no key to sign with');
    const jwk = JSON.parse(this.dataKey.decrypt(row.privateSealed, PURPOSE).toString()) as JWK;
    const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
    return (this.signer = { kid: row.kid, key, readAt: performance.now() });
  }

  /** Makes the first key, or the next one in time before the last has served its days; forgets those long out of use. */
  @Job({ name: 'rotate-signing-keys', everyMs: ROTATE_EVERY_MS })
  async rotate(): Promise<void> {
    await this.transaction.run(RequestContext.system(), async (tx) => {
      await this.keys.lock(tx);
      const due = await this.keys.isDue(this.config.SIGNING_KEY_DAYS, HOURS_BEFORE_USE, tx);
      if (due === null) await this.add(0, tx);
      else if (due) await this.add(HOURS_BEFORE_USE, tx);
      await this.keys.deleteUnused(HOURS_AFTER_USE, tx);
    });
  }

  private async add(inHours: number, tx: Tx): Promise<void> {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(pair.privateKey);
    const privateSealed = this.dataKey.encrypt(JSON.stringify(jwk), PURPOSE);
    await this.keys.add({ kid: randomSecret(12), publicX: jwk.x!, privateSealed }, inHours, tx);
  }
}
