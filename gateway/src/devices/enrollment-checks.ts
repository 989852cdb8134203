import { setTimeout as sleep } from 'node:timers/promises';
import { checkEnrollments, type EndedEnrollment, type HeldEnrollment } from '@tessera/contracts';
import { RequestContext, type Bus } from '@tessera/platform';

/** As many as the contract allows. */
const MAX_BATCH_SIZE = 1_000;
const MIN_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 30_000;

/**
 * Asks the service which enrollments have ended, after a gap in the bus in which such an event may have been lost. The bus or
 * the service may be away for longer: the question is repeated until there is a reply, since a socket of an ended enrollment
 * would otherwise stay open for ever.
 */
export class EnrollmentChecks {
  private running = false;
  private again = false;
  private stopped = false;

  constructor(
    private readonly bus: Bus,
    private readonly held: () => HeldEnrollment[],
    private readonly ended: (end: EndedEnrollment) => void,
  ) {}

  /** Returns at once; a gap during a check leads to another one after it. */
  afterGap(): void {
    this.again = true;
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let backoffMs = MIN_BACKOFF_MS; this.again && !this.stopped;) {
      this.again = false;
      if (await this.ask().catch(() => false)) continue;
      this.again = true;
      await sleep(backoffMs, undefined, { ref: false });
      backoffMs = Math.min(2 * backoffMs, MAX_BACKOFF_MS);
    }
    this.running = false;
  }

  private async ask(): Promise<true> {
    const all = this.held();
    for (let at = 0; at < all.length; at += MAX_BATCH_SIZE) {
      const enrollments = all.slice(at, at + MAX_BATCH_SIZE);
      const { ended } = await this.bus.ask(checkEnrollments, { enrollments }, RequestContext.system(5_000));
      ended.forEach(this.ended);
    }
    return true;
  }
}
