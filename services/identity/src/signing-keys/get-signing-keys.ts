import { getSigningKeys, type SigningKeys } from '@tessera/contracts';
import { Database, Handles } from '@tessera/platform';

@Handles(getSigningKeys)
export class GetSigningKeysHandler {
  constructor(private readonly database: Database) {}

  /** Also the key that will sign next, so that everybody has it when it does. */
  async handle(): Promise<SigningKeys> {
    const keys = await this.database.query<{ kid: string; x: string }>(
      `select kid, public_x as x from signing_key order by signs_from desc limit 20`,
    );
    return {
      keys: keys.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' })),
    };
  }
}
