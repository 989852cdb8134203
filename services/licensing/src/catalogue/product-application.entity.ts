import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Product } from './product.entity.js';

/** What a license of a product activates besides the product itself. */
@Entity('product_application')
export class ProductApplication {
  @ForeignKey(() => Product, { name: 'product_application_product_id_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'product_id' })
  productId: string;
  @ForeignKey(() => Product, { name: 'product_application_application_id_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'application_id' })
  applicationId: string;
}
