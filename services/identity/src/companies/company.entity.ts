import { searchKey } from '@tessera/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('company')
// Of expressions, which TypeORM cannot describe: the migration has them.
@Index('company_name', { synchronize: false })
@Index('company_country', { synchronize: false })
@Index('company_search', { synchronize: false })
@Index('company_by_key', { synchronize: false })
@Index('company_by_country', { synchronize: false })
@Index('company_by_part', { synchronize: false })
@Index('company_without_key', { synchronize: false })
export class Company {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  /** Of the name; null in a company that an older release has founded, until FillCompanySearchKeys finds it. */
  @Column({ type: 'text', name: 'search_key', nullable: true }) searchKey: string | null;
  @Column({ type: 'text' }) country: string;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;

  static of(id: string, name: string, country: string): Company {
    return Object.assign(new Company(), { id, name, searchKey: searchKey(name), country });
  }
}
