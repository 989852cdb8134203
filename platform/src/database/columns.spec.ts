import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns, hydrate } from './columns.js';

@Entity('parcel')
class Parcel {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', name: 'sent_to', nullable: true }) sentTo: string | null;
  @Column({ type: 'bigint', transformer: { to: (n: number) => n, from: Number } }) weight: number;

  get isLost(): boolean {
    return this.sentTo === null;
  }
}

describe('the columns of an entity', () => {
  it('are a select list', () => {
    expect(columns(Parcel, 'p')).toBe(
      'p."id" as "parcel.id", p."sent_to" as "parcel.sentTo", p."weight" as "parcel.weight"',
    );
    expect(columns(Parcel)).toContain('"sent_to" as "parcel.sentTo"');
  });

  it('are only those that a list needs', () => {
    expect(columns(Parcel, 'p', ['sentTo'])).toBe('p."sent_to" as "parcel.sentTo"');
  });

  it('make an entity of a row, and leave what is not its own', () => {
    const row = { 'parcel.id': '1', 'parcel.sentTo': null, 'parcel.weight': '12', 'van.id': '2' };
    const parcel = hydrate(Parcel, row);
    expect(parcel).toBeInstanceOf(Parcel);
    expect({ ...parcel }).toEqual({ id: '1', sentTo: null, weight: 12 });
    expect(parcel.isLost).toBe(true);
  });

  it('are those of an entity alone', () => {
    expect(() => columns(class Unmapped {}, 'u')).toThrow('Unmapped is not an entity');
  });
});
