import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProductGroup } from './product-group.entity.js';

/** What the vendor sells. Read through the Catalogue, which adds versions and what a license of it activates. */
@Entity('product')
export class Product {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @ForeignKey(() => ProductGroup, { name: 'product_group_id_fkey' })
  @Column({ type: 'uuid', name: 'group_id' })
  groupId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'text', name: 'activation_methods', array: true }) activationMethods: string[];
  @Column({ type: 'text', name: 'recommended_patch', nullable: true }) recommendedPatch: string | null;
  @Column({ type: 'boolean', name: 'premium_support' }) premiumSupport: boolean;
}
