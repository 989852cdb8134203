import {
  Describe,
  IsBoolean,
  IsInstant,
  IsLine,
  IsOptional,
  IsString,
  MaxLength,
  Nested,
  request,
} from '../kit/index.js';
import { MeView } from './me-view.js';
import { access } from '../access.js';

export class SignIn {
  @IsString() @MaxLength(254) email: string;
  @IsString() @MaxLength(1024) password: string;
  @IsOptional()
  @IsLine()
  @MaxLength(20)
  @Describe(
    'One-time code. Accounts have no second step yet: one that is given is refused, and not passed over.',
  )
  otp?: string;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('From the cookie of an earlier sign-in on this browser; wrong ones are as good as none.')
  knownDevice?: string;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('The session that the browser had until now; it ends if this sign-in succeeds.')
  replaces?: string;
  @IsOptional()
  @IsBoolean()
  @Describe(
    'A program asks, which gets tokens: of people without privileges, they may rest longer than a page.',
  )
  program?: boolean;
}

/** For the gateway alone: it decides which of these a page or a program may see. */
export class SignedIn {
  @IsLine() @MaxLength(200) @Describe('Opaque; for the session cookie.') sessionToken: string;
  @IsLine() @MaxLength(200) @Describe('Opaque; turned once into a new pair.') refreshToken: string;
  @IsLine()
  @MaxLength(200)
  @Describe('Opaque, short-lived; for `Authorization: Bearer`.')
  accessToken: string;
  @IsInstant() @Describe('End of the session at the latest.') expiresAt: string;
  @IsInstant() @Describe('End of the access token.') accessExpiresAt: string;
  @IsLine()
  @MaxLength(200)
  @Describe('For a long-lived cookie: failures of strangers do not hold up this browser.')
  knownDevice: string;
  @Nested(() => MeView) user: MeView;
}

export const signIn = request({
  subject: 'rpc.identity.session.sign-in.v1',
  request: SignIn,
  reply: SignedIn,
  errors: {
    CREDENTIALS_REJECTED: 'unauthenticated',
    OTP_REQUIRED: 'unauthenticated',
    PASSWORD_EXPIRED: 'forbidden',
  },
  timeout: 10_000,
  summary: 'Starts a session. Unknown, wrong, locked and not activated are one answer.',
  access: access.anybody,
});
