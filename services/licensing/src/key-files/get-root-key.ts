import { Inject } from '@nestjs/common';
import { getRootKey, type Empty, type RootKeys } from '@tessera/contracts';
import { keyIdOf, readRootKeys } from '@tessera/license/format';
import { CONFIG, Handles } from '@tessera/platform';
import type { Config } from '../config.js';

@Handles(getRootKey)
export class GetRootKeyHandler {
  private readonly keys: RootKeys;

  constructor(@Inject(CONFIG) config: Config) {
    this.keys = {
      items: readRootKeys(config.rootPublicKeys).map((key) => ({
        keyId: keyIdOf(key),
        pem: key.export({ type: 'spki', format: 'pem' }).toString(),
      })),
    };
  }

  handle(_input: Empty): Promise<RootKeys> {
    return Promise.resolve(this.keys);
  }
}
