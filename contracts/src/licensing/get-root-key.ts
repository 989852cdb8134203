import { Empty } from '../empty.js';
import { access } from '../access.js';
import { Describe, IsLine, IsString, MaxLength, NestedList, request } from '../kit/index.js';

export class RootKey {
  @IsLine()
  @MaxLength(16)
  @Describe('The first 16 characters of what `Signer` says in a product-key certificate of this key.')
  keyId: string;
  @IsString()
  @MaxLength(200)
  @Describe('SubjectPublicKeyInfo in PEM, Ed25519; secret from nobody.')
  pem: string;
}

export class RootKeys {
  @NestedList(() => RootKey, 20)
  @Describe('Several while one is being replaced.')
  items: RootKey[];
}

export const getRootKey = request({
  subject: 'rpc.licensing.root-key.get.v1',
  request: Empty,
  reply: RootKeys,
  summary: "The vendor's root public keys, against which applications verify key files and certificates.",
  access: access.anybody,
  idempotent: true,
});
