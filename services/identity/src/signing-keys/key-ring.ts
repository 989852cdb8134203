import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ACTOR_AUDIENCE,
  ACTOR_ISSUER,
  ACTOR_TYPE,
  actorClaims,
  CONFIG,
  Database,
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

const PURPOSE = 'signing-key';
/** A key is published for so long before it signs, and for so long after its last signature, in hours. */
const BEFORE = 24;
const AFTER = 1;
/** How long an instance goes on with the key it knows, in milliseconds; far less than {@link BEFORE}. */
const RELOAD_MS = 60_000;
const ROTATE_EVERY_MS = 60 * 60_000;

interface Signer {
  kid: string;
  key: CryptoKey;
  readAt: number;
}

/** The Ed25519 keys of actor tokens: made here, kept encrypted, changed every so many days, published with overlap. */
@Injectable()
export class KeyRing implements OnModuleInit {
  private signer: Signer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly dataKey: DataKey,
    private readonly transaction: Transaction,
  ) {}

  /** There is a key before anybody asks for a token. */
  onModuleInit(): Promise<void> {
    return this.rotate();
  }

  /** A token for the bus that says who asks. */
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
    const [row] = await this.database.query<{ kid: string; sealed: Buffer }>(
      `select kid, private_sealed as sealed from signing_key
        where signs_from <= now() and (signs_until is null or signs_until > now())
        order by signs_from desc limit 1`,
    );
    if (!row) throw new Error('there is no key to sign with');
    const jwk = JSON.parse(this.dataKey.decrypt(row.sealed, PURPOSE).toString()) as JWK;
    const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
    return (this.signer = { kid: row.kid, key, readAt: performance.now() });
  }

  /** Makes the first key, or the next one in time before the last has served its days; forgets those long out of use. */
  @Job({ name: 'rotate-signing-keys', everyMs: ROTATE_EVERY_MS })
  async rotate(): Promise<void> {
    await this.transaction.run(RequestContext.system(), async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('tessera:signing-key', 0))`);
      const [newest] = await tx.query<{ due: boolean }>(
        `select signs_from <= now() - make_interval(days => $1, hours => -${BEFORE}) as due
           from signing_key where signs_until is null order by signs_from desc limit 1`,
        [this.config.SIGNING_KEY_DAYS],
      );
      if (!newest) await this.add(0, tx);
      else if (newest.due) await this.add(BEFORE, tx);
      await tx.query(`delete from signing_key where signs_until < now() - interval '${AFTER} hours'`);
    });
  }

  private async add(inHours: number, tx: Tx): Promise<void> {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(pair.privateKey);
    await tx.query(
      `update signing_key set signs_until = now() + make_interval(hours => $1) where signs_until is null`,
      [inHours],
    );
    await tx.query(
      `insert into signing_key (kid, public_x, private_sealed, signs_from)
       values ($1, $2, $3, now() + make_interval(hours => $4))`,
      [randomSecret(12), jwk.x, this.dataKey.encrypt(JSON.stringify(jwk), PURPOSE), inHours],
    );
  }
}
