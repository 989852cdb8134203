import type { Description } from './options.js';

/** Remembers what the platform was told last, so that only what has changed is sent. */
export class News {
  private report = '';
  private apps = '';

  /** What `describe` gave the last time. */
  last: Description = {};

  of({ report, apps }: Description): Description {
    return {
      ...(report && JSON.stringify(report) !== this.report ? { report } : {}),
      ...(apps && JSON.stringify(apps) !== this.apps ? { apps } : {}),
    };
  }

  told({ report, apps }: Description): void {
    this.last = { ...(report && { report }), ...(apps && { apps }) };
    this.report = JSON.stringify(report) ?? '';
    this.apps = JSON.stringify(apps) ?? '';
  }

  /** The platform has heard nothing yet. */
  forget(): void {
    this.report = '';
    this.apps = '';
  }
}
