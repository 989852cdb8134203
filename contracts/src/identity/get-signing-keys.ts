import { Field, request } from '../kit/index.js';
import { Empty } from '../empty.js';
import { access, services } from './rights.js';

export class SigningKey {
  @Field.line({ max: 10 }) kty: string;
  @Field.line({ max: 20 }) crv: string;
  @Field.line({ max: 100 }) x: string;
  @Field.line({ max: 100 }) kid: string;
  @Field.line({ max: 10 }) alg: string;
  @Field.line({ max: 10 }) use: string;
}

/** A JWK set (RFC 7517): the public keys of actor tokens, with those that signed until lately. */
export class SigningKeys {
  @Field.list(() => SigningKey, { maxItems: 20 }) keys: SigningKey[];
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
