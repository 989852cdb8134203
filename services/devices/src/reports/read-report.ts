import { DeviceReport, fieldsOf } from '@tessera/contracts';
import { isRecord } from './is-record.js';
import type { RefusedParts } from './refused-parts.js';

/** The facts that can be read. @returns null if there is nothing to read at all: what is known stays */
export function readReport(given: unknown, refused: RefusedParts): DeviceReport | null {
  if (!isRecord(given)) {
    refused.add('report', 'WRONG_TYPE');
    return null;
  }
  const report: Record<string, unknown> = {};
  for (const name of fieldsOf(DeviceReport).keys()) {
    if (given[name] === undefined) continue;
    const fact = { [name]: given[name] };
    if (refused.check(DeviceReport, fact, 'report')) Object.assign(report, fact);
  }
  return report;
}
