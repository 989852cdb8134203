import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  Describe,
  IsInstant,
  IsLine,
  IsOptional,
  IsString,
  MaxLength,
  MeView,
  Nested,
  RefreshedSession,
  refreshSession,
  RefreshSession,
  signIn,
  SignIn,
  signOut,
} from '@tessera/contracts';
import { Bus, CONFIG, type RequestContext } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { Ctx, Input, Route } from '../http/route.js';
import { clearCookie, deviceCookie, sessionCookie, setCookie } from './cookies.js';
import { isBrowser } from './same-origin.js';
import { Sessions } from './sessions.js';

export class SignInBody {
  @IsString() @MaxLength(254) email: string;
  @IsString() @MaxLength(1024) password: string;
  @IsOptional()
  @IsLine()
  @MaxLength(20)
  @Describe(
    'One-time code. Accounts have no second step yet: one that is given is refused, and not passed over.',
  )
  otp?: string;
}

export class SignInReply {
  @Nested(() => MeView) user: MeView;
  @IsInstant() @Describe('End of the session at the latest.') expiresAt: string;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('For programs: `Authorization: Bearer`. Pages get the cookie alone.')
  accessToken?: string;
  @IsOptional() @IsInstant() @Describe('End of the access token.') accessExpiresAt?: string;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('For programs: see `POST /auth/refresh`.')
  refreshToken?: string;
}

/** How long a browser is known after a sign-in. */
const KNOWN_DEVICE_MS = 365 * 24 * 3_600_000;

/** Sessions at the edge: identity's reply becomes a cookie for pages, and tokens for programs. */
@Controller()
export class AuthController {
  constructor(
    private readonly bus: Bus,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route('POST /auth/sign-in', signIn, { body: SignInBody, reply: SignInReply, limiter: 'passwords' })
  async signIn(
    @Input() input: SignIn,
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInReply> {
    const knownDevice = request.cookies[deviceCookie(this.config)]?.slice(0, 200);
    const replaces = request.cookies[sessionCookie(this.config)]?.slice(0, 200);
    const program = !isBrowser(request);
    const browser = { ...(knownDevice ? { knownDevice } : {}), ...(replaces ? { replaces } : {}) };
    const session = await this.bus.ask(signIn, { ...input, ...browser, program }, ctx);
    const { user, expiresAt, accessToken, accessExpiresAt, refreshToken } = session;
    this.sessions.rememberValid(session.sessionToken, accessToken);
    setCookie(reply, this.config, sessionCookie(this.config), session.sessionToken, new Date(expiresAt));
    const known = new Date(Date.now() + KNOWN_DEVICE_MS);
    setCookie(reply, this.config, deviceCookie(this.config), session.knownDevice, known);
    if (!program) return { user, expiresAt };
    return { user, expiresAt, accessToken, accessExpiresAt, refreshToken };
  }

  @Route('POST /auth/sign-out', signOut)
  async signOut(
    @Input() input: object,
    @Ctx() ctx: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<null> {
    await this.bus.ask(signOut, input, ctx);
    clearCookie(reply, this.config, sessionCookie(this.config));
    return null;
  }

  @Route('POST /auth/refresh', refreshSession)
  async refresh(@Input() input: RefreshSession, @Ctx() ctx: RequestContext): Promise<RefreshedSession> {
    const pair = await this.bus.ask(refreshSession, input, ctx);
    this.sessions.rememberValid(pair.accessToken);
    return pair;
  }
}
