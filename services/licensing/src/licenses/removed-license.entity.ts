import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The tombstone of a license that a company removed (CON-11). */
@Entity('removed_license')
@Index('removed_license_company', ['companyId', 'removedAt'])
export class RemovedLicense {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'timestamptz', name: 'added_at' }) addedAt: Date;
  @Column({ type: 'uuid', name: 'added_by' }) addedBy: string;
  @Column({ type: 'timestamptz', name: 'removed_at', default: () => 'now()' }) removedAt: Date;
  @Column({ type: 'uuid', name: 'removed_by' }) removedBy: string;
}
