import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { activationMethods } from '@tessera/contracts';
import { CONFIG, Database } from '@tessera/platform';
import type { Config } from '../config.js';

/** A product with all that licensing asks about it. */
export interface OfferedProduct {
  id: string;
  name: string;
  group: string;
  activationMethods: (typeof activationMethods)[number][];
  /** The latest first. */
  versions: string[];
  recommendedPatch: string | null;
  premiumSupport: boolean;
  /** What a license of it activates besides the product itself. */
  applicationIds: string[];
  /** The products of its license entries: those of a bundle, else itself. */
  coveredIds: string[];
}

const sql = `
  select p.id, p.name, g.name as "group", p.activation_methods as "activationMethods",
         p.recommended_patch as "recommendedPatch", p.premium_support as "premiumSupport",
         array(select v.version from product_version v where v.product_id = p.id order by v.position) as versions,
         array(select a.application_id::text from product_application a where a.product_id = p.id) as "applicationIds",
         array(select c.product_id::text from product_cover c where c.bundle_id = p.id order by c.position) as covers
    from product p join product_group g on g.id = p.group_id
   order by g.position, p.position`;

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
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.renew();
  }

  /** All products by id, in the order of the catalogue. */
  all(): Promise<ReadonlyMap<string, OfferedProduct>> {
    const age = performance.now() - this.loadedAt;
    // A failure is met again, and told, by requests that need the database; until then what is known will do.
    if (age > this.config.CATALOGUE_SECONDS * 1_000) this.renew().catch(() => undefined);
    return Promise.resolve(this.products);
  }

  private async renew(): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    try {
      this.products = await this.load();
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
    const read = await this.load();
    const missing = ids.find((id) => !read.has(id));
    if (missing) throw new Error(`product ${missing} is not in the catalogue`);
    return read;
  }

  private async load(): Promise<ReadonlyMap<string, OfferedProduct>> {
    const rows = await this.database.query<Omit<OfferedProduct, 'coveredIds'> & { covers: string[] }>(sql);
    return new Map(
      rows.map(({ covers, ...product }) => [
        product.id,
        { ...product, coveredIds: covers.length ? covers : [product.id] },
      ]),
    );
  }
}

/** Does a license of this product activate this application? */
export const activates = (product: OfferedProduct, applicationId: string): boolean =>
  product.id === applicationId || product.applicationIds.includes(applicationId);
