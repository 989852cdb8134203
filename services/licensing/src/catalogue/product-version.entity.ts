import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Product } from './product.entity.js';

/** A version of a product that its licenses cover. */
@Entity('product_version')
export class ProductVersion {
  @ForeignKey(() => Product, { name: 'product_version_product_id_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'product_id' })
  productId: string;
  @PrimaryColumn({ type: 'text' }) version: string;
  /** The latest first. */
  @Column({ type: 'integer' }) position: number;
}
