import { Injectable } from '@nestjs/common';
import type { activationMethods } from '@tessera/contracts';
import { Database } from '@tessera/platform';

/** A product with everything that licensing needs to know of it. */
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

const SELECT = `
  select p.id, p.name, g.name as "group", p.activation_methods as "activationMethods",
         p.recommended_patch as "recommendedPatch", p.premium_support as "premiumSupport",
         array(select v.version from product_version v where v.product_id = p.id order by v.position) as versions,
         array(select a.application_id::text from product_application a where a.product_id = p.id) as "applicationIds",
         array(select c.product_id::text from product_cover c where c.bundle_id = p.id order by c.position) as covers
    from product p join product_group g on g.id = p.group_id
   order by g.position, p.position`;

/** The vendor's products. */
@Injectable()
export class CatalogueRepository {
  constructor(private readonly database: Database) {}

  /** By id, in the order of the catalogue. */
  async load(): Promise<ReadonlyMap<string, OfferedProduct>> {
    const rows = await this.database.query<Omit<OfferedProduct, 'coveredIds'> & { covers: string[] }>(SELECT);
    return new Map(
      rows.map(({ covers, ...product }) => [
        product.id,
        { ...product, coveredIds: covers.length ? covers : [product.id] },
      ]),
    );
  }
}
