import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('company')
// Of expressions, which TypeORM cannot describe: the migration has them.
@Index('company_name', { synchronize: false })
@Index('company_country', { synchronize: false })
@Index('company_search', { synchronize: false })
export class Company {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) country: string;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
