import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, refuse, sha256 } from '@tessera/platform';
import { ActivationTokens } from '../activation-tokens.js';
import { ActivationsRepository, type ActivationWithLicense } from '../activations.repository.js';

interface Waiting {
  resolve: (row: ActivationWithLicense | null) => void;
  reject: (error: unknown) => void;
}

/**
 * Finds activations by id and token. Checks that arrive together are looked up together: one statement for all that
 * came in the same turn of the event loop.
 */
@Injectable()
export class KnownActivations {
  private waiting = new Map<string, Waiting[]>();
  private planned = false;

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
    const found = token ? await this.find(id) : null;
    if (!found) return refuse('UNAUTHENTICATED');
    const { activation } = found;
    if (!timingSafeEqual(activation.tokenHash, sha256(token)))
      refuse(this.tokens.isOf(activation, token) ? 'TOKEN_REPLACED' : 'UNAUTHENTICATED');
    return found;
  }

  private find(id: string): Promise<ActivationWithLicense | null> {
    const asked = this.waiting.get(id) ?? [];
    this.waiting.set(id, asked);
    const found = new Promise<ActivationWithLicense | null>((resolve, reject) =>
      asked.push({ resolve, reject }),
    );
    if (!this.planned) {
      this.planned = true;
      setImmediate(() => void this.lookUp());
    }
    return found;
  }

  private async lookUp(): Promise<void> {
    const asked = this.waiting;
    this.waiting = new Map();
    this.planned = false;
    try {
      const rows = await this.activations.withLicenses([...asked.keys()], this.database);
      const byId = new Map(rows.map((row) => [row.activation.id, row]));
      for (const [id, all] of asked) for (const { resolve } of all) resolve(byId.get(id) ?? null);
    } catch (error) {
      for (const { reject } of [...asked.values()].flat()) reject(error);
    }
  }
}
