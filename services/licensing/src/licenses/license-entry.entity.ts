import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Product } from '../catalogue/product.entity.js';
import { License } from './license.entity.js';

/**
 * What the API calls a license: one product of a code (LIC-066). The entries of a code share serial number and seats
 * and have a key file each.
 */
@Entity('license_entry')
@Index('license_entry_position', ['licenseId', 'position'], { unique: true })
@Index('license_entry_list', ['companyId', 'expiresAt', 'id'], { where: 'company_id is not null' })
@Index('license_entry_product', ['companyId', 'productId', 'expiresAt'], { where: 'company_id is not null' })
export class LicenseEntry {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @ForeignKey(() => License, { name: 'license_entry_license_id_fkey' })
  @Column({ type: 'uuid', name: 'license_id' })
  licenseId: string;
  @ForeignKey(() => Product, { name: 'license_entry_product_id_fkey' })
  @Column({ type: 'uuid', name: 'product_id' })
  productId: string;
  /** From 1; names the key file, so it never changes. */
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  /** null until a company adds it, and again when it removes it. */
  @Column({ type: 'uuid', name: 'company_id', nullable: true }) companyId: string | null;
  @Column({ type: 'timestamptz', name: 'added_at', nullable: true }) addedAt: Date | null;
  @Column({ type: 'uuid', name: 'added_by', nullable: true }) addedBy: string | null;
  /** A company that added a key file does not learn the code. */
  @Column({ type: 'text', name: 'added_with', nullable: true }) addedWith: 'code' | 'key_file' | null;
}
