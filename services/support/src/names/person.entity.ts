import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The name of a person as identity told it last, so that writing a message needs no remote call each time. */
@Entity('person')
export class Person {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'timestamptz', name: 'fetched_at', default: () => 'now()' }) fetchedAt: Date;
}
