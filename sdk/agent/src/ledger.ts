import type { StateFiles } from './files.js';
import type { Order } from './protocol.js';

export type ReportedState = 'running' | 'succeeded' | 'failed' | 'rejected' | 'cancelled';

export interface CommandReport {
  id: string;
  state: ReportedState;
  progress?: number;
  reason?: string;
  result?: Record<string, unknown>;
}

interface Entry extends CommandReport {
  /** It still has to be told to the platform. */
  untold: boolean;
  /** Until then the platform may give it again; ISO 8601. */
  keepUntil: string;
}

const FILE = 'commands.json';
const MARGIN_MS = 24 * 3_600_000;
/** As much as one check-in may carry: reports, and bytes of JSON, with room for everything else in its 100 KiB. */
const MAX_REPORTS = 50;
const MAX_REPORTS_BYTES = 60_000;

/**
 * Every command that was ever accepted, on disk before it is run, so that none runs twice: not when it is delivered
 * again, not after a crash. Entries are forgotten when their deliver-by has long passed, since an order past it is
 * refused anyway.
 */
export class Ledger {
  private readonly entries: Map<string, Entry>;

  constructor(private readonly files: StateFiles) {
    const kept = files.read<Entry[]>(FILE) ?? [];
    this.entries = new Map(kept.map((e) => [e.id, e]));
    // What ran when the process ended may be half done: saying so is safer than doing it again.
    for (const e of kept)
      if (e.state === 'running') this.note({ id: e.id, state: 'failed', reason: 'INTERRUPTED' });
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  isRunning(id: string): boolean {
    return this.entries.get(id)?.state === 'running';
  }

  /** Writes a new command down. */
  open(order: Order, report: CommandReport): void {
    const keepUntil = new Date(Date.parse(order.deliverBy) + MARGIN_MS).toISOString();
    this.entries.set(order.id, { ...report, untold: true, keepUntil });
    this.save();
  }

  note(report: CommandReport): void {
    const entry = this.entries.get(report.id);
    if (!entry) return;
    this.entries.set(report.id, { ...entry, ...report, untold: true });
    this.save();
  }

  /** It was given again: the platform has not heard of it. */
  tellAgain(id: string): void {
    const entry = this.entries.get(id);
    if (entry) entry.untold = true;
  }

  /** What one check-in can carry of what is to be told; the others follow in the next. */
  untold(): CommandReport[] {
    let bytes = 0;
    return [...this.entries.values()]
      .filter((e) => e.untold)
      .slice(0, MAX_REPORTS)
      .map(({ untold: _untold, keepUntil: _keepUntil, ...report }) => report)
      .filter(
        (report, n) => (bytes += Buffer.byteLength(JSON.stringify(report))) <= MAX_REPORTS_BYTES || n === 0,
      );
  }

  /**
   * Its report is refused as it is. What cannot be told of its result is told without it; a report that is refused even so is told
   * no more.
   */
  refused({ id, state, result }: CommandReport): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    const { result: _result, ...plain } = entry;
    if (result === undefined) this.entries.set(id, { ...plain, untold: false });
    else if (entry.state === state)
      this.entries.set(id, { ...plain, state: 'failed', reason: 'RESULT_INVALID', untold: true });
    this.save();
  }

  /** Forgets what the platform cannot give again. By its clock: that of a device may be anywhere. @param now in milliseconds */
  prune(now: number): void {
    const before = this.entries.size;
    for (const [id, e] of this.entries)
      if (!e.untold && e.state !== 'running' && Date.parse(e.keepUntil) <= now) this.entries.delete(id);
    if (this.entries.size !== before) this.save();
  }

  /** The platform has these; what has changed meanwhile is still untold. */
  told(reports: readonly CommandReport[]): void {
    for (const report of reports) {
      const entry = this.entries.get(report.id);
      if (entry && entry.state === report.state && entry.progress === report.progress) entry.untold = false;
    }
    if (reports.length) this.save();
  }

  /** A new enrollment is a new epoch: what was untold concerns nobody any more. */
  forgetUntold(): void {
    for (const entry of this.entries.values()) entry.untold = false;
    this.save();
  }

  private save(): void {
    this.files.write(FILE, [...this.entries.values()]);
  }
}
