import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { ResolvedSession } from '@tessera/contracts';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { bearerOf } from '../http/input.js';
import { requireBrowser } from './same-origin.js';

/**
 * Turns a credential into a session. Each request brings its gateway's, since passport keeps one set of strategies for the
 * whole process, in which tests run several gateways.
 */
export interface Resolver {
  resolve(credential: string): Promise<ResolvedSession | null>;
  /** Name of the session's cookie. */
  cookie: string;
}

const options = { passOptionsToCallback: true } as const;

/** A program's token: `Authorization: Bearer …`. Never in a query or a body. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, 'token') {
  constructor() {
    super(options);
  }

  async validate(request: FastifyRequest, { resolve }: Resolver): Promise<ResolvedSession | null> {
    const token = bearerOf(request);
    return token === null ? null : resolve(token);
  }
}

/**
 * A page's cookie, which an unsafe request may use only with proof of its origin. In a request with a token as well the token
 * decides.
 */
@Injectable()
export class BrowserSessionStrategy extends PassportStrategy(Strategy, 'browser-session') {
  constructor() {
    super(options);
  }

  /** @throws Refusal ORIGIN_REFUSED */
  async validate(request: FastifyRequest, { resolve, cookie }: Resolver): Promise<ResolvedSession | null> {
    const session = request.cookies?.[cookie];
    if (!session || bearerOf(request) !== null) return null;
    requireBrowser(request);
    return resolve(session);
  }
}
