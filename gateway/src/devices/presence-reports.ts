import { Inject, Injectable } from '@nestjs/common';
import { reportPresence } from '@tessera/contracts';
import { Bus, Job, RequestContext } from '@tessera/platform';

/** Who came or went is told within this, everybody else is confirmed at this pace. Milliseconds; leases last 45 s. */
const SOON_MS = 1_000;
const CONFIRM_MS = 10_000;
/** As many as one report may carry. */
const BATCH = 1_000;

/** Tells the devices service, in batches, which devices this gateway sees: no check-in writes presence itself. */
@Injectable()
export class PresenceReports {
  private readonly connected = new Set<string>();
  /** Checked in since the last confirmation. */
  private readonly checkedIn = new Set<string>();
  private readonly known = new Set<string>();
  private came = new Set<string>();
  private went = new Set<string>();
  private confirmedAt = performance.now();

  constructor(@Inject(Bus) private readonly bus: Bus) {}

  /** A socket of the device is open. */
  arrived(deviceId: string): void {
    this.connected.add(deviceId);
    this.went.delete(deviceId);
    this.came.add(deviceId);
  }

  /** Its last socket is closed. */
  left(deviceId: string): void {
    this.connected.delete(deviceId);
    this.came.delete(deviceId);
    this.known.delete(deviceId);
    this.checkedIn.delete(deviceId);
    this.went.add(deviceId);
  }

  /** It has checked in. */
  seen(deviceId: string): void {
    if (this.connected.has(deviceId)) return;
    this.went.delete(deviceId);
    this.checkedIn.add(deviceId);
    if (!this.known.has(deviceId)) this.came.add(deviceId);
  }

  @Job({ name: 'report-presence', everyMs: SOON_MS })
  async report(): Promise<void> {
    const confirm = performance.now() - this.confirmedAt >= CONFIRM_MS;
    if (confirm) this.confirmedAt = performance.now();
    const present = confirm
      ? [...new Set([...this.connected, ...this.checkedIn, ...this.came])]
      : [...this.came];
    const gone = [...this.went];
    this.came = new Set();
    this.went = new Set();
    if (confirm) {
      this.known.clear();
      for (const id of present) this.known.add(id);
      this.checkedIn.clear();
    } else for (const id of present) this.known.add(id);
    for (let at = 0; at < Math.max(present.length, gone.length); at += BATCH)
      await this.tell(present.slice(at, at + BATCH), gone.slice(at, at + BATCH));
  }

  /** A report that is lost is made up for by the next confirmation; leases bridge the gap. */
  private async tell(present: string[], gone: string[]): Promise<void> {
    await this.bus
      .ask(reportPresence, { present, gone }, RequestContext.system(5_000))
      .catch(() => undefined);
  }
}
