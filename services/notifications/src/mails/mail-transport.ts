import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '@tessera/platform';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.js';
import type { Letter } from './letter.js';

/** Bounds in milliseconds, together below the lease of a mail; SMTP_URL's own query goes before them. */
const DEFAULTS = {
  pool: 'true',
  connectionTimeout: '10000',
  greetingTimeout: '10000',
  socketTimeout: '30000',
  dnsTimeout: '10000',
};

/** Hands letters over to the mail server. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport;
  readonly domain: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const url = new URL(config.SMTP_URL);
    for (const [name, value] of Object.entries({
      ...DEFAULTS,
      maxConnections: String(config.MAIL_PARALLEL),
    })) {
      if (!url.searchParams.has(name)) url.searchParams.set(name, value);
    }
    this.transport = createTransport(url.href);
    this.domain = config.MAIL_FROM.address.slice(config.MAIL_FROM.address.indexOf('@') + 1);
  }

  async send(letter: Letter, messageId: string, date: Date): Promise<void> {
    await this.transport.sendMail({
      from: this.config.MAIL_FROM,
      // As objects, so that nothing in a name is ever read as an address; and the envelope names the one recipient.
      to: letter.to,
      envelope: { from: this.config.MAIL_FROM.address, to: [letter.to.address] },
      ...(this.config.MAIL_REPLY_TO ? { replyTo: this.config.MAIL_REPLY_TO } : {}),
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      attachments: letter.attachments,
      messageId,
      date,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** After the jobs have ended, which happens before: a mail that is on its way gets there. */
  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/** The server will not take this mail however often it is tried: it refused the recipient or the content for good. */
export function isFinal(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** What may stand in the database and in the log about a failure: the server's words may name the recipient. */
export function errorSummary(error: unknown): string {
  const { code, responseCode, command, name } = error as Record<string, unknown>;
  return [code ?? name ?? 'Error', responseCode, command].filter(Boolean).join(' ').slice(0, 200);
}
