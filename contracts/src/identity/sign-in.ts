import { Field, request } from '../kit/index.js';
import { MeView } from './me-view.js';
import { access } from './rights.js';

export class SignIn {
  @Field.text({ max: 254 }) email: string;
  @Field.text({ max: 1024 }) password: string;
  @Field.line({
    max: 20,
    optional: true,
    description:
      'One-time code. Accounts have no second step yet: one that is given is refused, and not passed over.',
  })
  otp?: string;
  @Field.line({
    max: 200,
    optional: true,
    description: 'From the cookie of an earlier sign-in on this browser; wrong ones are as good as none.',
  })
  knownDevice?: string;
  @Field.line({
    max: 200,
    optional: true,
    description: 'The session that the browser had until now; it ends if this sign-in succeeds.',
  })
  replaces?: string;
  @Field.flag({
    optional: true,
    description:
      'A program asks, which gets tokens: of people without privileges, they may rest longer than a page.',
  })
  program?: boolean;
}

/** For the gateway alone: it decides which of these a page or a program may see. */
export class SignedIn {
  @Field.line({ max: 200, description: 'Opaque; for the session cookie.' }) sessionToken: string;
  @Field.line({ max: 200, description: 'Opaque; turned once into a new pair.' }) refreshToken: string;
  @Field.line({ max: 200, description: 'Opaque, short-lived; for `Authorization: Bearer`.' })
  accessToken: string;
  @Field.time({ description: 'End of the session at the latest.' }) expiresAt: string;
  @Field.time({ description: 'End of the access token.' }) accessExpiresAt: string;
  @Field.line({
    max: 200,
    description: 'For a long-lived cookie: failures of strangers do not hold up this browser.',
  })
  knownDevice: string;
  @Field.object(() => MeView) user: MeView;
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
