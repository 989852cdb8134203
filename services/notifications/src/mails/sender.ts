import { Inject, Injectable } from '@nestjs/common';
import { Bus, CONFIG, Job, JobRunner, LOGGER, Problem, RequestContext } from '@tessera/platform';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { writeLetter } from './letter.js';
import type { Mail } from './mail.entity.js';
import { isFinal, MailTransport, errorSummary } from './mail-transport.js';
import { MailsRepository } from './mails.repository.js';
import { mailsInState, mailAttempts } from './metrics.js';
import { sourceOf } from './sources/index.js';

const JOB = 'send-mails';
/** Mails that other instances have queued, and those that wait, are only found by polling. */
const POLL_MS = 1_000;
/** For all requests to other services that one mail needs. */
const SOURCE_TIMEOUT_MS = 15_000;
/** Interval of the gauges. */
const COUNT_EVERY_MS = 10_000;
/** What the mail is about does not exist any more, or may not be given out: there is nothing to say. */
const DROPPING_ERRORS = ['LINK_GONE', 'NOT_FOUND', 'LICENSE_BLOCKED', 'LICENSE_SUPERSEDED'];
/** Errors that another attempt would get again. */
const FINAL_ERRORS = ['KEY_FILES_NOT_SIGNABLE'];

/**
 * Sends what is queued. At least once: a mail that the server took just before this process died is sent again, with
 * the same Message-ID. Nothing remote happens inside a transaction; the lease keeps two instances apart.
 */
@Injectable()
export class Sender {
  private counted = -COUNT_EVERY_MS;

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
    const ctx = RequestContext.system(SOURCE_TIMEOUT_MS);
    await ctx.run(async () => {
      try {
        const context = { bus: this.bus, ctx, config: this.config };
        const letter = writeLetter(mail.template, await sourceOf(mail.template)(mail, context), this.config);
        await this.transport.send(letter, mail.messageId(this.transport.domain), mail.createdAt);
      } catch (error) {
        return this.fail(mail, error);
      }
      await this.mails.finish(mail, 'sent', null);
      mailAttempts.inc({ template: mail.template, outcome: 'sent' });
    });
  }

  private async fail(mail: Mail, error: unknown): Promise<void> {
    const why = errorSummary(error);
    if (isProblem(error, DROPPING_ERRORS)) {
      await this.mails.finish(mail, 'dropped', why);
      mailAttempts.inc({ template: mail.template, outcome: 'dropped' });
    } else if (
      isProblem(error, FINAL_ERRORS) ||
      isFinal(error) ||
      mail.attempts >= this.config.MAIL_ATTEMPTS
    ) {
      await this.mails.finish(mail, 'failed', why);
      mailAttempts.inc({ template: mail.template, outcome: 'failed' });
      this.logger.error({ mail: mail.id, template: mail.template, why }, 'a mail was given up');
    } else {
      await this.mails.postpone(mail, mail.retryDelayMs(this.config.MAIL_RETRY_MS), why);
      mailAttempts.inc({ template: mail.template, outcome: 'postponed' });
      this.logger.warn({ mail: mail.id, template: mail.template, why }, 'a mail could not be sent yet');
    }
  }

  private async count(): Promise<void> {
    if (performance.now() - this.counted < COUNT_EVERY_MS) return;
    this.counted = performance.now();
    const { queued, failed } = await this.mails.count();
    mailsInState.set({ state: 'queued' }, queued);
    mailsInState.set({ state: 'failed' }, failed);
  }
}

const isProblem = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Problem && codes.includes(error.code);
