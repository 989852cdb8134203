import { CommandReport } from '@tessera/contracts';
import { jsonFaultOf } from '@tessera/contracts/kit';
import { isRecord } from './is-record.js';
import type { RefusedParts } from './refused-parts.js';

const MAX_REPORTS = 50;
const MAX_RESULT_BYTES = 16_384;
const MAX_REASON_LENGTH = 200;

/** What can be read of what has become of commands. */
export function readCommandReports(given: unknown, refused: RefusedParts): CommandReport[] {
  const items = refused.items(given, 'commands', MAX_REPORTS) ?? [];
  return items.flatMap(([item, part]) => readOne(item, part, refused) ?? []);
}

/** Without its id or its state there is nothing to read; a wrong progress or reason costs itself alone. */
function readOne(item: unknown, part: string, refused: RefusedParts): CommandReport | null {
  const { id, state, progress, reason, result } = isRecord(item) ? item : {};
  const report = { id, state } as CommandReport;
  if (!refused.check(CommandReport, isRecord(item) ? report : item, part)) return null;
  for (const told of [{ progress }, { reason: typeof reason === 'string' ? fitting(reason) : reason }]) {
    if (Object.values(told)[0] === undefined) continue;
    const more = { ...report, ...told };
    if (refused.check(CommandReport, more, part)) Object.assign(report, more);
  }
  return result === undefined ? report : withResult(report, result, part, refused);
}

/** One line, since that is what people are shown; what a device says at length is cut. */
const fitting = (reason: string): string =>
  [...reason.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')].slice(0, MAX_REASON_LENGTH).join('');

/** Nobody can say what a command found whose result cannot be read: it has not succeeded, and must not wait either. */
function withResult(
  report: CommandReport,
  result: unknown,
  part: string,
  refused: RefusedParts,
): CommandReport {
  if (isRecord(result) && !jsonFaultOf(result, MAX_RESULT_BYTES)) return { ...report, result };
  refused.add(`${part}/result`, 'RESULT_INVALID');
  if (report.state === 'succeeded' || report.state === 'failed')
    return { ...report, state: 'failed', reason: 'RESULT_INVALID' };
  return report;
}
