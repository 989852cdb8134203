import { setTimeout as sleep } from 'node:timers/promises';
import { checkEnrollments, type EndedEnrollment, type HeldEnrollment } from '@tessera/contracts';
import { RequestContext, type Bus } from '@tessera/platform';

/** As many as one question may name. */
const BATCH = 1_000;
/** After a failure it is asked again, later each time. Milliseconds. */
const [FIRST_WAIT, LONGEST_WAIT] = [500, 30_000];

/**
 * Asks which enrollments have ended, after a gap in the bus in which nobody may have said so. The bus, or the service, may be away
 * for a while longer: it is asked until there is an answer, since a socket of an enrollment that has ended would
 * otherwise stay open for good.
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

  /** Returns at once; a gap while one is being looked at is looked at afterwards. */
  afterGap(): void {
    this.again = true;
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let wait = FIRST_WAIT; this.again && !this.stopped;) {
      this.again = false;
      if (await this.ask().catch(() => false)) continue;
      this.again = true;
      await sleep(wait, undefined, { ref: false });
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
    this.running = false;
  }

  private async ask(): Promise<true> {
    const all = this.held();
    for (let at = 0; at < all.length; at += BATCH) {
      const enrollments = all.slice(at, at + BATCH);
      const { ended } = await this.bus.ask(checkEnrollments, { enrollments }, RequestContext.system(5_000));
      ended.forEach(this.ended);
    }
    return true;
  }
}
