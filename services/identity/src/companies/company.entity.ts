import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('company')
export class Company {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) country: string;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
