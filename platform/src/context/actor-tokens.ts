import { createHash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { LRUCache } from 'lru-cache';
import { refuse } from '../errors/problem.js';
import type { Actor } from './actor.js';

export const ACTOR_ISSUER = 'tessera-identity';
export const ACTOR_AUDIENCE = 'tessera-bus';
export const ACTOR_TYPE = 'at+jwt';
/** Seconds of clock difference that are forgiven (spec/reliability.md, fault 17). */
const SKEW = 60;
/** A verified token is believed for this long without verifying it again, in milliseconds. */
const CACHE_MS = 30_000;
const CACHE_SIZE = 10_000;
/** An unknown key id makes us fetch at most this often, in milliseconds. */
const REFETCH_MS = 5_000;

/**
 * Verifies actor tokens (JWT, EdDSA) with identity's published keys. Only this algorithm, this issuer, this audience
 * and this type are accepted; key ids are looked up in our own set, and `jku`, `jwk` and `x5u` are never followed.
 */
export class ActorTokens {
  private keys: ReturnType<typeof createLocalJWKSet> | null = null;
  private fetchedAt = -Infinity;
  private fetching: Promise<void> | null = null;
  private readonly verified = new LRUCache<string, Actor>({ max: CACHE_SIZE, ttlResolution: 0 });

  constructor(private readonly fetchKeys: () => Promise<JSONWebKeySet>) {}

  /** @throws Refusal UNAUTHENTICATED for anything that is not a valid, unexpired token */
  async verify(token: string): Promise<Actor> {
    const cacheKey = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(cacheKey);
    if (known) return known;
    const { actor, expiresInMs } = await this.verifySignature(token);
    // One that is in its last seconds by our clock is looked at each time; a time to live of 0 would be for ever.
    if (expiresInMs >= 1)
      this.verified.set(cacheKey, actor, { ttl: Math.min(CACHE_MS, Math.floor(expiresInMs)) });
    return actor;
  }

  private async verifySignature(token: string): Promise<{ actor: Actor; expiresInMs: number }> {
    if (!this.keys) await this.refetch();
    try {
      return await this.check(token);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_JWKS_NO_MATCHING_KEY') return refuse('UNAUTHENTICATED');
      await this.refetch();
      return this.check(token).catch(() => refuse('UNAUTHENTICATED'));
    }
  }

  private async check(token: string): Promise<{ actor: Actor; expiresInMs: number }> {
    const { payload } = await jwtVerify(token, this.keys!, {
      algorithms: ['EdDSA'],
      issuer: ACTOR_ISSUER,
      audience: ACTOR_AUDIENCE,
      typ: ACTOR_TYPE,
      clockTolerance: SKEW,
      requiredClaims: ['sub', 'exp', 'iat', 'sid'],
    });
    const claims = payload as Record<string, unknown>;
    const actor: Actor = {
      userId: payload.sub!,
      companyId: (claims.cid as string | undefined) ?? null,
      role: String(claims.role ?? 'none'),
      rights: Array.isArray(claims.rights) ? (claims.rights as string[]) : [],
      sessionId: String(claims.sid),
      ...(typeof claims.pid === 'string' ? { partnerId: claims.pid } : {}),
      ...(typeof claims.lang === 'string' ? { language: claims.lang } : {}),
    };
    return { actor, expiresInMs: Math.max(0, payload.exp! * 1000 - Date.now()) };
  }

  private refetch(): Promise<void> {
    if (this.keys && performance.now() - this.fetchedAt < REFETCH_MS) return Promise.resolve();
    this.fetching ??= this.fetchKeys()
      .then((set) => {
        this.keys = createLocalJWKSet(set);
        this.fetchedAt = performance.now();
      })
      .finally(() => (this.fetching = null));
    return this.fetching;
  }
}

/** The claims of an actor token, for identity, which signs them. */
export function actorClaims(actor: Actor): Record<string, unknown> {
  return {
    sub: actor.userId,
    ...(actor.companyId ? { cid: actor.companyId } : {}),
    role: actor.role,
    rights: actor.rights,
    sid: actor.sessionId,
    ...(actor.partnerId ? { pid: actor.partnerId } : {}),
    ...(actor.language ? { lang: actor.language } : {}),
  };
}
