import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG } from '@tessera/platform';
import type { Config } from '../config.js';
import { CatalogueRepository, type OfferedProduct } from './catalogue.repository.js';

export type { OfferedProduct };

/**
 * The vendor's products. Few, seldom changed and read by nearly every request, so they are kept in memory and renewed
 * every few seconds beside the requests: one that holds a connection must not wait for another one.
 */
@Injectable()
export class Catalogue implements OnModuleInit {
  private products: ReadonlyMap<string, OfferedProduct> = new Map();
  private loadedAt = -Infinity;
  private renewing = false;

  constructor(
    private readonly repository: CatalogueRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.renew();
  }

  /** All products by id, in the order of the catalogue. */
  all(): Promise<ReadonlyMap<string, OfferedProduct>> {
    const age = performance.now() - this.loadedAt;
    // Requests that need the database report the same failure; until then the products of the last time will do.
    if (age > this.config.CATALOGUE_SECONDS * 1_000) this.renew().catch(() => undefined);
    return Promise.resolve(this.products);
  }

  private async renew(): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    try {
      this.products = await this.repository.load();
      this.loadedAt = performance.now();
    } finally {
      this.renewing = false;
    }
  }

  /** For an id that the database holds: a foreign key keeps the product. */
  async get(id: string): Promise<OfferedProduct> {
    return (await this.having([id])).get(id)!;
  }

  /** All products, these among them; read again for one that is newer than what is known. */
  async having(ids: readonly string[]): Promise<ReadonlyMap<string, OfferedProduct>> {
    const known = await this.all();
    if (ids.every((id) => known.has(id))) return known;
    const read = await this.repository.load();
    const missing = ids.find((id) => !read.has(id));
    if (missing) throw new Error(`product ${missing} is not in the catalogue`);
    return read;
  }
}

/** Does a license of this product activate this application? */
export const activates = (product: OfferedProduct, applicationId: string): boolean =>
  product.id === applicationId || product.applicationIds.includes(applicationId);
