import type { LicenseStatus } from '@tessera/license/format';
import { refuse } from '@tessera/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LicenseOrder } from '../orders/license-order.entity.js';
import type { LicenseEntry } from './license-entry.entity.js';

/** Why a license may not be used, the gravest first; each is a code of the API. */
export type LicenseFlaw =
  'LICENSE_SUPERSEDED' | 'LICENSE_BLOCKED' | 'LICENSE_EXPIRED' | 'LICENSE_NOT_STARTED';

/**
 * What one activation code gives: seats for a term. Its state is not stored but follows from facts, so that nothing
 * has to run when a term ends, and a lifted block leaves the license as it was (LIC-075).
 */
@Entity('license')
@Unique('license_seats', ['id', 'seats'])
@Index('license_of_order', ['orderId'])
export class License {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @ForeignKey(() => LicenseOrder, { name: 'license_order_id_fkey' })
  @Column({ type: 'uuid', name: 'order_id' })
  orderId: string;
  /** HMAC of the code; finds it. */
  @Index('license_code', { unique: true })
  @Column({ type: 'bytea', name: 'code_lookup' })
  codeLookup: Buffer;
  /** The code, encrypted; see CodeVault. */
  @Column({ type: 'bytea', name: 'code_sealed' }) codeSealed: Buffer;
  /** The last five characters, which everybody may see. */
  @Column({ type: 'text', name: 'code_tail' }) codeTail: string;
  /** 8 hexadecimal digits. */
  @Index('license_serial_number', { unique: true })
  @Column({ type: 'text', name: 'serial_number' })
  serialNumber: string;
  @Column({ type: 'integer' }) seats: number;
  @Column({ type: 'timestamptz', name: 'starts_at' }) startsAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'first_activated_at', nullable: true }) firstActivatedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'blocked_at', nullable: true }) blockedAt: Date | null;
  @Column({ type: 'text', name: 'block_reason', nullable: true }) blockReason: string | null;
  @Column({ type: 'uuid', name: 'superseded_by', nullable: true }) supersededBy: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;

  /** One for each product that the code covers, by position. */
  entries: LicenseEntry[];
  /** The database's time at which it was read; states are those of this moment. */
  readAt: Date;

  get status(): LicenseStatus {
    if (this.supersededBy) return 'superseded';
    if (this.blockedAt) return 'blocked';
    if (this.expiresAt <= this.readAt) return 'expired';
    return this.firstActivatedAt ? 'active' : 'not_activated';
  }

  /** Every reason not to use it now (EDG-005). */
  get flaws(): LicenseFlaw[] {
    return [
      ...(this.supersededBy ? (['LICENSE_SUPERSEDED'] as const) : []),
      ...(this.blockedAt ? (['LICENSE_BLOCKED'] as const) : []),
      ...(this.expiresAt <= this.readAt ? (['LICENSE_EXPIRED'] as const) : []),
      ...(this.startsAt > this.readAt ? (['LICENSE_NOT_STARTED'] as const) : []),
    ];
  }

  /** @throws Refusal with the gravest flaw */
  requireUsable(): void {
    const [flaw] = this.flaws;
    if (flaw) refuse(flaw);
  }

  /** A license may be added, and its key files ordered, before its term begins. @throws Refusal */
  requireAddable(): void {
    const flaw = this.flaws.find((f) => f !== 'LICENSE_NOT_STARTED');
    if (flaw) refuse(flaw);
  }

  /** A blocked or superseded license hands out nothing that works offline. @throws Refusal */
  requireHandedOut(): void {
    const flaw = this.flaws.find((f) => f === 'LICENSE_SUPERSEDED' || f === 'LICENSE_BLOCKED');
    if (flaw) refuse(flaw);
  }

  /** @returns false if it is blocked already; the first reason stays */
  block(reason: string): boolean {
    if (this.blockedAt) return false;
    this.blockedAt = this.readAt;
    this.blockReason = reason;
    return true;
  }

  /** @returns false if it is not blocked */
  unblock(): boolean {
    if (!this.blockedAt) return false;
    this.blockedAt = null;
    this.blockReason = null;
    return true;
  }
}
