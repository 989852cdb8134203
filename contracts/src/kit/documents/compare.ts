import type { Access } from '../contract.js';
import { compareSchemas, type SchemaChange } from './compare-schema.js';
import { byName } from './problem-schema.js';
import type { ContractRecord, ContractRecords } from './record.js';

export interface ContractChange {
  subject: string;
  breaking: boolean;
  /** Which side of the contract: `request`, `reply`, `payload`, …; with the path of the field. */
  where: string;
  what: string;
}

type Change = Omit<ContractChange, 'subject'>;

/**
 * What has changed since a release, with what would break those who were built against it. What a service receives may only
 * be relaxed, since old callers go on; what it sends may only gain, since old receivers go on.
 */
export function compareContracts(released: ContractRecords, current: ContractRecords): ContractChange[] {
  const subjects = [...new Set([...Object.keys(released), ...Object.keys(current)])].sort(byName);
  return subjects.flatMap((subject) => {
    const [was, is] = [released[subject], current[subject]];
    const changes = was && is ? compareOne(was, is) : [was ? removed(subject, current) : added()];
    return changes.map((change) => ({ subject, ...change }));
  });
}

const added = (): Change => ({ breaking: false, where: 'contract', what: 'is new' });

/** A contract may go when a later version of it is there. */
function removed(subject: string, current: ContractRecords): Change {
  const [, base, version] = /^(.*)\.v(\d+)$/.exec(subject)!;
  const later = Object.keys(current).find(
    (s) => s.startsWith(`${base}.v`) && Number(s.slice(base!.length + 2)) > Number(version),
  );
  return { breaking: !later, where: 'contract', what: later ? `is gone; ${later} follows it` : 'is gone' };
}

function compareOne(was: ContractRecord, is: ContractRecord): Change[] {
  if (was.kind === 'event' && is.kind === 'event') {
    return [...sent('payload', compareSchemas(was.payload, is.payload)), ...live(was, is)];
  }
  if (was.kind !== 'request' || is.kind !== 'request') throw new Error('rpc. and evt. never mix');
  const callers = was.callers.filter((c) => !is.callers.includes(c));
  return [
    ...received('request', compareSchemas(was.request, is.request)),
    ...replies(was.reply, is.reply),
    ...errors(was.errors, is.errors),
    ...access(was.access, is.access),
    ...callers.map((c) => ({ breaking: true, where: 'callers', what: `${c} may not ask any more` })),
    ...(was.idempotent && !is.idempotent
      ? [
          {
            breaking: true,
            where: 'idempotent',
            what: 'callers repeat it, and it is not idempotent any more',
          },
        ]
      : []),
  ];
}

const where = (side: string, path: string) => (path ? `${side}.${path}` : side);

/** Old callers go on to send what they sent. */
const received = (side: string, changes: SchemaChange[]): Change[] =>
  changes.map(({ path, effect, what }) => ({
    breaking: effect === 'narrowed' || effect === 'changed',
    where: where(side, path),
    what,
  }));

/** Old receivers go on to expect what they got; a field more they ignore, another value they refuse. */
const sent = (side: string, changes: SchemaChange[]): Change[] =>
  changes.map(({ path, effect, what }) => ({
    breaking: effect === 'widened' || effect === 'changed',
    where: where(side, path),
    what,
  }));

function replies(was: ReplyRecord, is: ReplyRecord): Change[] {
  if (was && is) return sent('reply', compareSchemas(was, is));
  if (was) return [{ breaking: true, where: 'reply', what: 'is gone' }];
  return is ? [{ breaking: true, where: 'reply', what: 'has a body where there was none' }] : [];
}
type ReplyRecord = Extract<ContractRecord, { kind: 'request' }>['reply'];

/** A new code is met by its category; a code in another category would be met by the wrong one. */
function errors(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): Change[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((code): Change[] => {
    if (was[code] === is[code]) return [];
    if (was[code] && is[code]) {
      return [{ breaking: true, where: `errors.${code}`, what: `was ${was[code]}, is ${is[code]}` }];
    }
    return [{ breaking: false, where: `errors.${code}`, what: was[code] ? 'is gone' : 'is new' }];
  });
}

function access(was: Access, is: Access): Change[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [{ breaking: !allows(is, was), where: 'access', what: `was ${describe(was)}, is ${describe(is)}` }];
}

/** Whether all people who had access still have it. */
function allows(is: Access, was: Access): boolean {
  if (is.who === 'public') return was.who !== 'service';
  if (is.who === 'signed_in') return was.who !== 'public' && was.who !== 'service' && stillAlso(is, was);
  if (is.who === 'customer')
    return was.who === 'customer' || (was.who === 'company' && alsoOf(was).length === 0);
  if (is.who === 'company')
    return was.who === 'company' && (!is.right || is.right === was.right) && stillAlso(is, was);
  if (is.who === 'staff') return was.who === 'staff' && was.roles.every((r) => is.roles.includes(r));
  return was.who === 'service';
}

const alsoOf = (a: Access) => ('also' in a && a.also) || [];
const stillAlso = (is: Access, was: Access) => alsoOf(was).every((role) => alsoOf(is).includes(role));

const describe = (a: Access): string =>
  [a.who, 'right' in a ? a.right : '', 'roles' in a ? a.roles.join('|') : '', alsoOf(a).join('|')]
    .filter(Boolean)
    .join(' ');

type EventRecord = Extract<ContractRecord, { kind: 'event' }>;

/** Clients know a live event by its kind. */
function live(was: EventRecord, is: EventRecord): Change[] {
  if (JSON.stringify(was.live) === JSON.stringify(is.live)) return [];
  const breaking = was.live !== null && was.live.kind !== is.live?.kind;
  return [
    { breaking, where: 'live', what: `was ${was.live?.kind ?? 'nothing'}, is ${is.live?.kind ?? 'nothing'}` },
  ];
}
