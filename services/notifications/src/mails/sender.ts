import { Inject, Injectable } from '@nestjs/common';
import { Bus, CONFIG, Job, JobRunner, LOGGER, Problem, RequestContext } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { writeLetter } from './letter.js';
import type { Mail } from './mail.entity.js';
import { isFinal, MailTransport, shortly } from './mail-transport.js';
import { MailsRepository } from './mails.repository.js';
import { mailsInState, mailTries } from './metrics.js';
import { sources } from './sources/index.js';

const JOB = 'send-mails';
/** Mails that other instances have queued, and those that wait, are looked for so often, in milliseconds. */
const POLL_MS = 1_000;
/** For everything that has to be asked for one mail, in milliseconds. */
const ASKING_MS = 15_000;
/** How often the gauges are read, in milliseconds. */
const COUNT_MS = 10_000;
/** What the mail is about does not exist any more, or is not given to anybody: there is nothing to say. */
const GONE = ['LINK_GONE', 'NOT_FOUND', 'LICENSE_BLOCKED', 'LICENSE_SUPERSEDED'];
/** Answers that another try would get again. */
const REFUSED = ['KEY_FILES_NOT_SIGNABLE'];

/**
 * Sends what is queued. At least once: a mail that the server took just before this process died is sent again, with
 * the same Message-ID. Nothing remote happens inside a transaction; the lease keeps two instances apart.
 */
@Injectable()
export class Sender {
  private counted = -COUNT_MS;

  constructor(
    private readonly mails: MailsRepository,
    private readonly transport: MailTransport,
    private readonly bus: Bus,
    private readonly jobs: JobRunner,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  wake(): void {
    this.jobs.wake(JOB);
  }

  @Job({ name: JOB, everyMs: POLL_MS, atStart: true })
  async round(): Promise<boolean> {
    const claimed = await this.mails.claim(this.config.MAIL_PARALLEL);
    await Promise.all(claimed.map((mail) => this.send(mail)));
    await this.count();
    return claimed.length === this.config.MAIL_PARALLEL;
  }

  private async send(mail: Mail): Promise<void> {
    const ctx = RequestContext.system(ASKING_MS);
    await ctx.run(async () => {
      try {
        const asking = { bus: this.bus, ctx, config: this.config };
        const letter = writeLetter(mail.template, await sources[mail.template](mail, asking), this.config);
        await this.transport.send(letter, mail.messageId(this.transport.domain), mail.createdAt);
      } catch (error) {
        return this.fail(mail, error);
      }
      await this.mails.finish(mail, 'sent', null);
      mailTries.inc({ template: mail.template, outcome: 'sent' });
    });
  }

  private async fail(mail: Mail, error: unknown): Promise<void> {
    const why = shortly(error);
    if (isProblem(error, GONE)) {
      await this.mails.finish(mail, 'dropped', why);
      mailTries.inc({ template: mail.template, outcome: 'dropped' });
    } else if (isProblem(error, REFUSED) || isFinal(error) || mail.attempts >= this.config.MAIL_ATTEMPTS) {
      await this.mails.finish(mail, 'failed', why);
      mailTries.inc({ template: mail.template, outcome: 'failed' });
      this.logger.error({ mail: mail.id, template: mail.template, why }, 'a mail was given up');
    } else {
      await this.mails.postpone(mail, mail.wait(this.config.MAIL_RETRY_MS), why);
      mailTries.inc({ template: mail.template, outcome: 'postponed' });
      this.logger.warn({ mail: mail.id, template: mail.template, why }, 'a mail could not be sent yet');
    }
  }

  private async count(): Promise<void> {
    if (performance.now() - this.counted < COUNT_MS) return;
    this.counted = performance.now();
    const { queued, failed } = await this.mails.count();
    mailsInState.set({ state: 'queued' }, queued);
    mailsInState.set({ state: 'failed' }, failed);
  }
}

const isProblem = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Problem && codes.includes(error.code);
