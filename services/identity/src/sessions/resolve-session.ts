import { resolveSession, type ResolvedSession, type ResolveSession } from '@tessera/contracts';
import { Handles, refuse } from '@tessera/platform';
import { KeyRing } from '../signing-keys/key-ring.js';
import { roleOf, toActor } from '../users/person.js';
import { SessionLifetimes } from './session-lifetimes.js';
import { SessionLookup, type LiveSession } from './session-lookup.repository.js';
import { SessionsRepository } from './sessions.repository.js';

/** Longest time for which the gateway may keep a reply; changes reach it earlier, as events. */
const MAX_USE_MS = 60_000;

/** The hot path: every request of a client whose session the gateway does not hold at the moment. */
@Handles(resolveSession)
export class ResolveSessionHandler {
  constructor(
    private readonly lookup: SessionLookup,
    private readonly lifetimes: SessionLifetimes,
    private readonly keys: KeyRing,
    private readonly sessions: SessionsRepository,
  ) {}

  async handle(input: ResolveSession): Promise<ResolvedSession> {
    const { person, sessionId, endsAt, stale } = await this.find(input.credential);
    if (stale && input.touch !== false) this.sessions.noteUse(sessionId);
    const actor = toActor(person, sessionId);
    return {
      actorToken: await this.keys.sign(actor),
      useUntil: new Date(Math.min(Date.now() + MAX_USE_MS, endsAt.getTime())).toISOString(),
      sessionId,
      userId: person.userId,
      companyId: person.companyId,
      role: actor.role,
      rights: [...actor.rights],
      language: person.language,
    };
  }

  private async find(credential: string): Promise<LiveSession> {
    const found = (await this.lookup.find(credential)) ?? refuse('UNAUTHENTICATED');
    // A person who became an owner or an administrator meanwhile has a shorter session from now on.
    if (!this.lifetimes.exceeds(found.idleMinutes, roleOf(found.person))) return found;
    await this.sessions.shorten(found.sessionId, this.lifetimes.privileged);
    return (await this.lookup.find(credential)) ?? refuse('UNAUTHENTICATED');
  }
}
