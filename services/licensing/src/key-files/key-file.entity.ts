import type { KeyFileContent } from '@tessera/license/format';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The signed key file of a license entry. */
@Entity('key_file')
export class KeyFile {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'jsonb' }) content: KeyFileContent;
  @Column({ type: 'timestamptz', name: 'signed_at', default: () => 'now()' }) signedAt: Date;
}
