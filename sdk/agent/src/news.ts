import type { Description } from './options.js';

/** Remembers what the platform was told last, so that only what has changed is sent. */
export class News {
  private report = '';
  private apps = '';

  of({ report, apps }: Description): Description {
    return {
      ...(report && JSON.stringify(report) !== this.report ? { report } : {}),
      ...(apps && JSON.stringify(apps) !== this.apps ? { apps } : {}),
    };
  }

  told({ report, apps }: Description): void {
    this.report = JSON.stringify(report) ?? '';
    this.apps = JSON.stringify(apps) ?? '';
  }
}
