import { Inject, Injectable } from '@nestjs/common';
import { reportPresence } from '@tessera/contracts';
import { Bus, Job, RequestContext } from '@tessera/platform';

/** Changes are reported at the first pace, all devices that are online at the second. Leases last 45 s. */
const REPORT_EVERY_MS = 1_000;
const CONFIRM_EVERY_MS = 10_000;
const MAX_DEVICES_PER_REPORT = 1_000;

/** Reports to the devices service, in batches, which devices are online here: no check-in writes presence itself. */
@Injectable()
export class PresenceReports {
  private readonly connected = new Set<string>();
  /** Checked in since the last confirmation. */
  private readonly checkedIn = new Set<string>();
  private readonly reportedOnline = new Set<string>();
  private newlyOnline = new Set<string>();
  private newlyOffline = new Set<string>();
  private confirmedAt = performance.now();

  constructor(@Inject(Bus) private readonly bus: Bus) {}

  /** A socket of the device is open. */
  socketOpened(deviceId: string): void {
    this.connected.add(deviceId);
    this.newlyOffline.delete(deviceId);
    this.newlyOnline.add(deviceId);
  }

  /** Its last socket is closed. */
  socketClosed(deviceId: string): void {
    this.connected.delete(deviceId);
    this.newlyOnline.delete(deviceId);
    this.reportedOnline.delete(deviceId);
    this.checkedIn.delete(deviceId);
    this.newlyOffline.add(deviceId);
  }

  /** It has checked in. */
  recordCheckIn(deviceId: string): void {
    if (this.connected.has(deviceId)) return;
    this.newlyOffline.delete(deviceId);
    this.checkedIn.add(deviceId);
    if (!this.reportedOnline.has(deviceId)) this.newlyOnline.add(deviceId);
  }

  @Job({ name: 'report-presence', everyMs: REPORT_EVERY_MS })
  async report(): Promise<void> {
    const confirm = performance.now() - this.confirmedAt >= CONFIRM_EVERY_MS;
    if (confirm) this.confirmedAt = performance.now();
    const present = confirm
      ? [...new Set([...this.connected, ...this.checkedIn, ...this.newlyOnline])]
      : [...this.newlyOnline];
    const gone = [...this.newlyOffline];
    this.newlyOnline = new Set();
    this.newlyOffline = new Set();
    if (confirm) {
      this.reportedOnline.clear();
      for (const id of present) this.reportedOnline.add(id);
      this.checkedIn.clear();
    } else for (const id of present) this.reportedOnline.add(id);
    for (let at = 0; at < Math.max(present.length, gone.length); at += MAX_DEVICES_PER_REPORT)
      await this.send(
        present.slice(at, at + MAX_DEVICES_PER_REPORT),
        gone.slice(at, at + MAX_DEVICES_PER_REPORT),
      );
  }

  /** A report that is lost is made up for by the next confirmation; leases bridge the gap. */
  private async send(present: string[], gone: string[]): Promise<void> {
    await this.bus
      .ask(reportPresence, { present, gone }, RequestContext.system(5_000))
      .catch(() => undefined);
  }
}
