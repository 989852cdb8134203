import { getSigningKeys, type SigningKeys } from '@tessera/contracts';
import { Handles } from '@tessera/platform';
import { SigningKeysRepository } from './signing-keys.repository.js';

@Handles(getSigningKeys)
export class GetSigningKeysHandler {
  constructor(private readonly keys: SigningKeysRepository) {}

  async handle(): Promise<SigningKeys> {
    const keys = await this.keys.published();
    return {
      keys: keys.map(({ kid, publicX }) => ({
        kty: 'OKP',
        crv: 'Ed25519',
        x: publicX,
        kid,
        alg: 'EdDSA',
        use: 'sig',
      })),
    };
  }
}
