import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, refuse, sha256 } from '@tessera/platform';
import { License } from '../../licenses/license.entity.js';
import { ActivationTokens } from '../activation-tokens.js';

/** An activation with the facts of its license, as a check needs them. */
export interface KnownActivation {
  id: string;
  entryId: string;
  licenseId: string;
  productId: string;
  fingerprintHash: Buffer;
  applicationVersion: string;
  endedAt: Date | null;
  companyId: string | null;
  license: License;
}

type Row = Omit<KnownActivation, 'license'> & { tokenHash: Buffer } & Pick<
    License,
    'startsAt' | 'expiresAt' | 'firstActivatedAt' | 'blockedAt' | 'supersededBy' | 'readAt'
  >;

interface Waiting {
  resolve: (row: Row | null) => void;
  reject: (error: unknown) => void;
}

const sql = `
  select a.id, a.entry_id as "entryId", a.license_id as "licenseId", a.product_id as "productId",
         a.fingerprint_hash as "fingerprintHash", a.token_hash as "tokenHash",
         a.application_version as "applicationVersion", a.ended_at as "endedAt",
         e.company_id as "companyId", l.starts_at as "startsAt", l.expires_at as "expiresAt",
         l.first_activated_at as "firstActivatedAt", l.blocked_at as "blockedAt",
         l.superseded_by as "supersededBy", now() as "readAt"
    from activation a join license l on l.id = a.license_id join license_entry e on e.id = a.entry_id
   where a.id = any($1::uuid[])`;

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
    private readonly tokens: ActivationTokens,
  ) {}

  /**
   * @throws Refusal UNAUTHENTICATED for a wrong token; it does not tell whether there is such an activation.
   *   TOKEN_REPLACED for one that was right until the device activated again
   */
  async get(id: string, token = ''): Promise<KnownActivation> {
    const row = token ? await this.find(id) : null;
    if (!row) return refuse('UNAUTHENTICATED');
    if (!timingSafeEqual(row.tokenHash, sha256(token)))
      refuse(this.tokens.isOf(row, token) ? 'TOKEN_REPLACED' : 'UNAUTHENTICATED');
    const { startsAt, expiresAt, firstActivatedAt, blockedAt, supersededBy, readAt, ...activation } = row;
    const facts = { startsAt, expiresAt, firstActivatedAt, blockedAt, supersededBy, readAt };
    return { ...activation, license: Object.assign(new License(), facts) };
  }

  private find(id: string): Promise<Row | null> {
    const asked = this.waiting.get(id) ?? [];
    this.waiting.set(id, asked);
    const found = new Promise<Row | null>((resolve, reject) => asked.push({ resolve, reject }));
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
      const rows = await this.database.query<Row>(sql, [[...asked.keys()]]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const [id, all] of asked) for (const { resolve } of all) resolve(byId.get(id) ?? null);
    } catch (error) {
      for (const { reject } of [...asked.values()].flat()) reject(error);
    }
  }
}
