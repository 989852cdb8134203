import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, refuse, sha256 } from '@tessera/platform';
import DataLoader from 'dataloader';
import { ActivationTokens } from '../activation-tokens.js';
import { ActivationsRepository, type ActivationWithLicense } from '../activations.repository.js';

/**
 * Finds activations by id and token. Checks that arrive together are looked up together: one statement for all that
 * came in the same iteration of the event loop.
 */
@Injectable()
export class KnownActivations {
  /** It keeps nothing: the next check reads again. */
  private readonly loader = new DataLoader<string, ActivationWithLicense | null>((ids) => this.lookUp(ids), {
    cache: false,
    batchScheduleFn: (dispatch) => void setImmediate(dispatch),
  });

  constructor(
    private readonly database: Database,
    private readonly activations: ActivationsRepository,
    private readonly tokens: ActivationTokens,
  ) {}

  /**
   * @throws Refusal UNAUTHENTICATED for a wrong token; it does not tell whether there is such an activation.
   *   TOKEN_REPLACED for one that was right until the device activated again
   */
  async get(id: string, token = ''): Promise<ActivationWithLicense> {
    const found = token ? await this.loader.load(id) : null;
    if (!found) return refuse('UNAUTHENTICATED');
    const { activation } = found;
    if (!timingSafeEqual(activation.tokenHash, sha256(token)))
      refuse(this.tokens.isOf(activation, token) ? 'TOKEN_REPLACED' : 'UNAUTHENTICATED');
    return found;
  }

  private async lookUp(ids: readonly string[]): Promise<(ActivationWithLicense | null)[]> {
    const rows = await this.activations.withLicenses([...new Set(ids)], this.database);
    const byId = new Map(rows.map((row) => [row.activation.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
