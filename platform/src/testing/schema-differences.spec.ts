import { Column, Entity, Index, PrimaryColumn, type QueryRunner } from 'typeorm';
import { schemaDifferences } from './schema-differences.js';

class Parcels1800000000000 {
  readonly name = 'Parcels1800000000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create table parcel (id uuid primary key, sent_to text not null)');
    await q.query('create table van (id uuid primary key)');
    await q.query('create table parcel_event (parcel_id uuid not null)');
  }
}

@Entity('parcel')
class Parcel {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', name: 'sent_to' }) sentTo: string;
}

@Entity('parcel_event')
class ParcelEvent {
  @PrimaryColumn({ type: 'uuid', name: 'parcel_id' }) parcelId: string;
}

@Entity('parcel')
@Index('parcel_by_day', { synchronize: false })
class NullableParcel {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', name: 'sent_to', nullable: true }) sentTo: string | null;
}

@Entity('van')
class Van {
  @PrimaryColumn({ type: 'uuid' }) id: string;
}

describe('the differences between entities and schema', () => {
  const check = (
    entities: (new () => object)[],
    withoutEntity?: Record<string, string>,
    withoutPrimaryKey = ['parcel_event'],
  ) =>
    schemaDifferences(
      { name: 'drift', entities: [...entities, ParcelEvent], migrations: [Parcels1800000000000] },
      withoutEntity,
      withoutPrimaryKey,
    );

  it('are none when every table has its entity', async () => {
    expect(await check([Parcel, Van])).toEqual([]);
    expect(await check([Parcel], { van: 'read by nothing' })).toEqual([]);
  });

  it('are a table without an entity, and one that is excused without need', async () => {
    expect(await check([Parcel])).toEqual(['table van has no entity']);
    expect(await check([Parcel, Van], { van: 'read by nothing', cart: 'read by nothing' })).toEqual([
      'table van must not stand among those without an entity',
      'table cart must not stand among those without an entity',
    ]);
  });

  it('are a primary key that one of them alone has', async () => {
    expect((await check([Parcel, Van], {}, [])).join()).toMatch(/"parcel_event" add .* primary key/i);
    expect((await check([Parcel, Van], {}, ['parcel_event', 'van'])).join()).toMatch(/"van" drop/i);
  });

  it('are a column that may be null in one of them alone, and an index that does not exist', async () => {
    const differences = await check([NullableParcel, Van]);
    expect(differences).toContain('index parcel_by_day does not exist');
    expect(differences.join('\n')).toMatch(/alter column "sent_to" drop not null/i);
  });
});
