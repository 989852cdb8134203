import { IsLine, MaxLength, NestedList, request } from '../kit/index.js';
import { Empty } from '../empty.js';
import { access, services } from '../access.js';

export class SigningKey {
  @IsLine() @MaxLength(10) kty: string;
  @IsLine() @MaxLength(20) crv: string;
  @IsLine() @MaxLength(100) x: string;
  @IsLine() @MaxLength(100) kid: string;
  @IsLine() @MaxLength(10) alg: string;
  @IsLine() @MaxLength(10) use: string;
}

/** A JWK set (RFC 7517): the public keys of actor tokens, with those that signed until lately. */
export class SigningKeys {
  @NestedList(() => SigningKey, 20) keys: SigningKey[];
}

export const getSigningKeys = request({
  subject: 'rpc.identity.signing-key.list.v1',
  request: Empty,
  reply: SigningKeys,
  summary: 'The public keys that verify actor tokens.',
  access: access.anybody,
  callers: ['gateway', ...services],
  idempotent: true,
});
