import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Received } from './received.js';

/** Answers to `DATA`: taken, refused for good, refused for now, or taken without a word, as if the line broke. */
type Verdict = 'take' | 'refuse' | 'defer' | 'take and hang up';

/** A real SMTP server that keeps what it gets. */
export class Mailbox {
  readonly received: Received[] = [];
  /** What the next mails meet, by their order; then all are taken. */
  readonly verdicts: Verdict[] = [];
  private server: SMTPServer;
  url: string;

  static async open(): Promise<Mailbox> {
    const box = new Mailbox();
    box.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const verdict = box.verdicts.shift() ?? 'take';
          if (verdict === 'refuse') return done(Object.assign(new Error('no'), { responseCode: 554 }));
          if (verdict === 'defer') return done(Object.assign(new Error('later'), { responseCode: 451 }));
          const to = session.envelope.rcptTo.map((r) => r.address);
          box.received.push(new Received(Buffer.concat(chunks).toString('latin1'), to));
          if (verdict === 'take') done();
          else box.hangUp();
        });
      },
    });
    await new Promise<void>((resolve) => box.server.listen(0, '127.0.0.1', resolve));
    box.url = `smtp://127.0.0.1:${(box.server.server.address() as AddressInfo).port}`;
    return box;
  }

  /** Breaks every open connection. */
  private hangUp(): void {
    for (const connection of this.server.connections) connection.close();
  }

  /** The mails to one address. */
  to(address: string): Received[] {
    return this.received.filter((m) => m.to.includes(address));
  }

  close(): Promise<void> {
    this.hangUp();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
