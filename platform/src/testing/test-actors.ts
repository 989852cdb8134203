import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../context/actor.js';
import { ACTOR_AUDIENCE, ACTOR_ISSUER, ACTOR_TYPE, actorClaims } from '../context/actor-tokens.js';
import { Deadline } from '../context/deadline.js';
import { RequestContext } from '../context/request-context.js';

/** Stands for identity in the specs of other services: signs actor tokens with a key pair of its own. */
export class TestIdentity {
  private constructor(
    private readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'],
    readonly keys: Record<string, unknown>[],
  ) {}

  static async make(): Promise<TestIdentity> {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(publicKey);
    return new TestIdentity(privateKey, [{ ...jwk, kid: 'test', alg: 'EdDSA', use: 'sig' }]);
  }

  /** A person with only the facts that matter to the test; everybody else's are made up. */
  actor(facts: Partial<Actor> = {}): Actor {
    return {
      userId: uuidv7(),
      companyId: uuidv7(),
      role: 'member',
      rights: [],
      sessionId: uuidv7(),
      ...facts,
    };
  }

  /** The context of a request by this person; `null` for nobody. */
  async context(
    actor: Actor | null,
    more: { idempotencyKey?: string; clientAddress?: string; language?: string; budget?: number } = {},
  ): Promise<RequestContext> {
    return new RequestContext({
      actor,
      actorToken: actor ? await this.token(actor) : null,
      deadline: Deadline.in(more.budget ?? 10_000),
      idempotencyKey: more.idempotencyKey ?? null,
      clientAddress: more.clientAddress ?? '203.0.113.7',
      language: more.language ?? 'en',
    });
  }

  token(actor: Actor, lifetime = '5m'): Promise<string> {
    return new SignJWT(actorClaims(actor))
      .setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: ACTOR_TYPE })
      .setIssuer(ACTOR_ISSUER)
      .setAudience(ACTOR_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(this.privateKey);
  }
}
