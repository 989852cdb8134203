/**
 * The three ledgers of a fault run: what clients were told, what Postgres holds, what consumers did. `checker.ts` compares
 * them.
 */

/** One answer to one request of a client; times in milliseconds of one clock. */
export interface Answer {
  began: number;
  ended: number;
  /** 0: the connection ended without an answer. */
  status: number;
  /** Of a problem document; null where the answer is none. */
  code: string | null;
  retryAfter: string | null;
  /** Of the resource that the answer is about. */
  id: string | null;
}

/**
 * `seat`: an activation of a license that has fewer seats than devices ask for; `end`: its end. `foreign`: a read of
 * another company's resource, which must look as if it did not exist.
 */
export type Kind = 'request' | 'message' | 'license' | 'seat' | 'end' | 'read' | 'foreign';

export interface Operation {
  /** Made by the client, and found again in what Postgres holds. */
  op: string;
  kind: Kind;
  company: string;
  /** With an Idempotency-Key, and repeated until it succeeds. */
  keyed: boolean;
  answers: Answer[];
}

export interface Ledgers {
  told: Operation[];
  /** What a reader's lists showed to its company. */
  sights: { company: string; ids: string[] }[];
  held: { op: string; id: string; aggregateId: string }[];
  /** Every aggregate, also those of no operation. */
  aggregates: { id: string; company: string; version: number }[];
  /** All outbox rows of all services, each service's in the order of its sequence. */
  events: { id: string; subject: string; aggregateId: string; version: number; published: boolean }[];
  heard: { consumer: string; messageId: string }[];
  effects: { kind: 'notification' | 'mail'; about: string }[];
  /** What arrived in mailboxes. */
  mails: { about: string; messageId: string }[];
  deadLetters: { consumer: string; messageId: string | null }[];
  /** Licenses whose seats are fought for: what was sold, and how many devices have one. */
  seats: { license: string; sold: number; taken: number }[];
  /** When there was no gateway, on the clock of the answers: whoever asked then was cut off. */
  absences: { from: number; to: number }[];
  /** What the processes took before the first fault, and what they take now. */
  before: Footprint[];
  after: Footprint[];
}

/** What a process holds of the machine. */
export interface Footprint {
  name: string;
  /** Open connections to the bus, to Postgres, and all others but those of the run itself. */
  bus: number;
  database: number;
  other: number;
  /** Resident memory in MiB. */
  memory: number;
}

/** The gateway's budget for a request, and what the way back may cost (spec/reliability.md); milliseconds. */
export const LONGEST_ANSWER = 6_000 + 100;

export const succeeded = (a: Answer): boolean => a.status >= 200 && a.status < 300;
export const isAcknowledged = (o: Operation): boolean => o.answers.some(succeeded);
export const isWrite = (o: Operation): boolean => !['end', 'read', 'foreign'].includes(o.kind);
/** All seats are taken: as good an answer as a seat. */
export const isFull = (a: Answer, o: Operation): boolean =>
  o.kind === 'seat' && a.code === 'SEAT_LIMIT_REACHED';
/** Whether a client would be content with it. */
export const isWished = (a: Answer, o: Operation): boolean =>
  o.kind === 'foreign' ? a.status === 404 : succeeded(a) || isFull(a, o) || isEndedBefore(a, o);
/** Nobody told the client that an earlier try had succeeded. */
const isEndedBefore = (a: Answer, o: Operation): boolean =>
  o.kind === 'end' && a.status === 404 && o.answers.indexOf(a) > 0;
/** It need not be asked again. */
export const isSettled = (o: Operation): boolean => o.answers.some((a) => isWished(a, o));
