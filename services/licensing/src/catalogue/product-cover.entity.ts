import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Product } from './product.entity.js';

/** A product of a bundle, which is an entry of the bundle's licenses (LIC-066). Other products cover themselves, without a row. */
@Entity('product_cover')
export class ProductCover {
  @ForeignKey(() => Product, { name: 'product_cover_bundle_id_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'bundle_id' })
  bundleId: string;
  @ForeignKey(() => Product, { name: 'product_cover_product_id_fkey' })
  @Column({ type: 'uuid', name: 'product_id' })
  productId: string;
  @PrimaryColumn({ type: 'integer' }) position: number;
}
