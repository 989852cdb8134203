import type { licenseKinds } from '@tessera/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Product } from '../catalogue/product.entity.js';

/** What a customer bought: `quantity` codes for one product, each with `seats` seats for the same term. */
@Entity('license_order')
@Index('license_order_partner', ['partnerId', 'id'])
export class LicenseOrder {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Index('license_order_number', { unique: true })
  @Column({ type: 'text', name: 'order_number' })
  orderNumber: string;
  @Column({ type: 'text', name: 'company_name' }) companyName: string;
  @ForeignKey(() => Product, { name: 'license_order_product_id_fkey' })
  @Column({ type: 'uuid', name: 'product_id' })
  productId: string;
  @Column({ type: 'integer' }) seats: number;
  @Column({ type: 'integer', name: 'term_days' }) termDays: number;
  @Column({ type: 'text' }) kind: (typeof licenseKinds)[number];
  @Column({ type: 'integer' }) quantity: number;
  @Column({ type: 'uuid', name: 'partner_id', nullable: true }) partnerId: string | null;
  @Column({ type: 'timestamptz', name: 'starts_at' }) startsAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}
