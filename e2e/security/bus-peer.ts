import type { NatsConnection } from '@nats-io/transport-node';
import { setImmediate as turn } from 'node:timers/promises';

/** A program with the credentials of one user of the bus, which tells what the server refuses it. */
export class Peer {
  private readonly violations: string[] = [];

  constructor(
    readonly user: string,
    readonly nc: NatsConnection,
  ) {
    void this.watch();
  }

  private async watch(): Promise<void> {
    for await (const status of this.nc.status()) {
      if (status.type !== 'error') continue;
      const [, what, subject, queue] =
        /(Publish|Subscription) to "([^"]+)"(?: using queue "([^"]+)")?/.exec(String(status.error)) ?? [];
      if (what) this.violations.push([what.toLowerCase(), subject, queue].filter(Boolean).join(' '));
    }
  }

  /** Everything that the server has refused so far: `publish <subject>`, `subscription <subject> [<queue>]`. */
  async refused(): Promise<string[]> {
    await this.nc.flush(); // the server refuses in the order of what it was sent
    await turn();
    return this.violations;
  }

  /** Of these subjects, those that the server lets it publish to. */
  async publishable(subjects: string[]): Promise<string[]> {
    for (const subject of subjects) this.nc.publish(subject, '{}');
    const refused = await this.refused();
    return subjects.filter((subject) => !refused.includes(`publish ${subject}`));
  }

  /** Of these, `subject` or `subject queue`, those that the server lets it subscribe to. */
  async subscribable(wishes: string[]): Promise<string[]> {
    const open = wishes.map((wish) => {
      const [subject, queue] = wish.split(' ') as [string, string?];
      return this.nc.subscribe(subject, { ...(queue ? { queue } : {}), callback: () => undefined });
    });
    const refused = await this.refused();
    for (const subscription of open) subscription.unsubscribe();
    return wishes.filter((wish) => !refused.includes(`subscription ${wish}`));
  }
}
