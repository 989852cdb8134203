import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who has accepted the statement on provision of data (SUP-044). */
@Entity('data_statement')
export class DataStatement {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' }) userId: string;
  @Column({ type: 'timestamptz', name: 'accepted_at', default: () => 'now()' }) acceptedAt: Date;
}
