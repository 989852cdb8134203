import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@tessera/contracts';
import { CONFIG } from '@tessera/platform';
import type { Config } from '../config.js';

const ORDINARY_ROLES = new Set<Role>(['member', 'device_member', 'none']);

export interface SessionLifetime {
  idleMinutes: number;
  sessionMinutes: number;
  refreshMinutes: number;
}

/**
 * A session has two ends: the last that it may see, and one that every use moves on. They hold for all of its credentials:
 * cookie, access tokens, refresh tokens. Staff, partners, owners and administrators have short ones (spec/security.md).
 */
@Injectable()
export class SessionLifetimes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param program a program keeps the session, and not a browser */
  of(role: Role, program: boolean): SessionLifetime {
    if (!ORDINARY_ROLES.has(role)) return this.privileged;
    const c = this.config;
    return {
      idleMinutes: program ? c.REFRESH_IDLE_MINUTES : c.SESSION_IDLE_MINUTES,
      sessionMinutes: program ? c.REFRESH_MINUTES : c.SESSION_MINUTES,
      refreshMinutes: c.REFRESH_MINUTES,
    };
  }

  get privileged(): SessionLifetime {
    const minutes = this.config.PRIVILEGED_SESSION_MINUTES;
    const idleMinutes = this.config.PRIVILEGED_SESSION_IDLE_MINUTES;
    return { idleMinutes, sessionMinutes: minutes, refreshMinutes: minutes };
  }

  /** Whether a session was begun with less privileges than its person has by now. */
  exceeds(idleMinutes: number, role: Role): boolean {
    return !ORDINARY_ROLES.has(role) && idleMinutes > this.privileged.idleMinutes;
  }

  /** Of tokens. */
  get tokens() {
    const { REFRESH_IDLE_MINUTES, ACCESS_TOKEN_SECONDS } = this.config;
    return { refreshIdleMinutes: REFRESH_IDLE_MINUTES, accessTokenSeconds: ACCESS_TOKEN_SECONDS };
  }
}
