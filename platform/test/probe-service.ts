import { Module } from '@nestjs/common';
import {
  event,
  IsIn,
  IsInt,
  IsLine,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
  request,
} from '@tessera/contracts/kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  type EventEnvelope,
  Handles,
  Consumes,
  readEnvironment,
  refuse,
  type RequestContext,
  serviceVariables,
  type ServiceDefinition,
  Transaction,
  type Tx,
  uuidv7,
} from '../src/index.js';

/** A service as small as a service can be, for the specs of the platform itself. */

class Nothing {}
class Key {
  @IsLine() @MaxLength(10) kty: string;
  @IsLine() @MaxLength(20) crv: string;
  @IsLine() @MaxLength(100) x: string;
  @IsLine() @MaxLength(100) kid: string;
  @IsLine() @MaxLength(10) alg: string;
  @IsLine() @MaxLength(10) use: string;
}
class KeySet {
  @NestedList(() => Key, 5) keys: Key[];
}
export const probeKeys = request({
  subject: 'rpc.keyring.key.list.v1',
  request: Nothing,
  reply: KeySet,
  summary: 'Keys.',
  access: { who: 'public' },
  callers: ['probe', 'test'],
  idempotent: true,
});

export class AddNote {
  @IsLine() @MaxLength(50) text: string;
  @IsOptional()
  @IsIn(['refuse', 'throw', 'slow', 'undeclared', 'conflict'])
  fault?: 'refuse' | 'throw' | 'slow' | 'undeclared' | 'conflict';
}
export class NoteView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(50) text: string;
}
export const addNote = request({
  subject: 'rpc.probe.note.add.v1',
  request: AddNote,
  reply: NoteView,
  errors: { NOTE_UNWELCOME: 'unprocessable' },
  summary: 'Adds a note.',
  access: { who: 'company', right: 'notes.add' },
});

export class WaitFor {
  @IsInt() @Min(0) @Max(60_000) milliseconds: number;
}
export const waitFor = request({
  subject: 'rpc.probe.clock.wait.v1',
  request: WaitFor,
  reply: null,
  summary: 'Answers after a while.',
  access: { who: 'public' },
});

export class ReadBig {
  @IsInt() @Min(0) @Max(10_000_000) bytes: number;
}
export class Big {
  @IsString() @MaxLength(10_000_000) text: string;
}
export const readBig = request({
  subject: 'rpc.probe.big.read.v1',
  request: ReadBig,
  reply: Big,
  summary: 'Answers with so many bytes.',
  access: { who: 'staff', roles: ['keeper'] },
});

export class NoteAdded {
  @IsUUID() noteId: string;
  @IsLine() @MaxLength(50) text: string;
}
export const noteAdded = event({
  subject: 'evt.probe.note.added.v1',
  payload: NoteAdded,
  summary: 'A note was added.',
  consumers: ['probe'],
});

@Handles(addNote)
class AddNoteHandler {
  constructor(private readonly transaction: Transaction) {}

  async handle(input: AddNote, ctx: RequestContext): Promise<NoteView> {
    if (input.fault === 'refuse') refuse('NOTE_UNWELCOME', { detail: 'No.', params: { limit: 3 } });
    if (input.fault === 'undeclared') refuse('NEVER_HEARD_OF');
    if (input.fault === 'throw') throw new Error('secret internals: select * from note');
    return this.transaction.run(ctx, async (tx) => {
      const id = input.fault === 'conflict' ? '018f0000-0000-7000-8000-000000000000' : uuidv7();
      await tx.query('insert into note (id, company_id, text) values ($1, $2, $3)', [
        id,
        ctx.companyId,
        input.text,
      ]);
      if (input.fault === 'slow') await tx.query('select pg_sleep(30)');
      tx.emit(noteAdded, {
        companyId: ctx.companyId,
        aggregateId: id,
        version: 1,
        data: { noteId: id, text: input.text },
      });
      return { id, text: input.text };
    });
  }
}

@Handles(waitFor)
export class WaitForHandler {
  async handle(input: WaitFor): Promise<void> {
    await new Promise((done) => setTimeout(done, input.milliseconds));
  }
}

@Handles(readBig)
export class ReadBigHandler {
  handle(input: ReadBig): Promise<Big> {
    return Promise.resolve({ text: 'x'.repeat(input.bytes) });
  }
}

@Consumes(noteAdded)
class OnNoteAdded {
  async handle(e: EventEnvelope<NoteAdded>, tx: Tx): Promise<void> {
    await tx.query('insert into effect (message_id, text) values ($1, $2)', [e.id, e.data.text]);
    const [flag] = await tx.query<{ broken: boolean }>('select broken from switch');
    if (e.data.text === 'poison' && flag!.broken) throw new Error('this one cannot be handled');
  }
}

class ProbeTables1710000000000 implements MigrationInterface {
  readonly name = 'ProbeTables1710000000000';
  async up(q: QueryRunner): Promise<void> {
    await q.query('create table note (id uuid primary key, company_id uuid not null, text text not null)');
    // No unique key on purpose: only the inbox stands between a redelivery and a second row.
    await q.query('create table effect (message_id uuid not null, text text not null)');
    await q.query('create table switch (broken boolean not null)');
    await q.query('insert into switch values (true)');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table note, effect, switch');
  }
}

@Module({ controllers: [AddNoteHandler, WaitForHandler, ReadBigHandler], providers: [OnNoteAdded] })
class ProbeModule {}

export const probe: ServiceDefinition = {
  name: 'probe',
  from: import.meta.url,
  module: ProbeModule,
  readConfig: (e) => readEnvironment(serviceVariables, e),
  entities: [],
  migrations: [ProbeTables1710000000000],
  signingKeys: probeKeys,
};
