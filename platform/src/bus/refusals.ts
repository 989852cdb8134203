import { setTimeout as sleep } from 'node:timers/promises';
import { headers, type errors, type NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { busRefused } from '../observability/metrics.js';
import type { RenewableSubscription } from './renewable-subscription.js';
import { permissionsOf } from './nats-config.js';

type Violation = InstanceType<typeof errors.PermissionViolationError>;
type Operation = Violation['operation'];

/** Interval of the checks whether the bus permits again what it refused. */
const RETRY_INTERVAL_MS = 3_000;
/** How long the server has to answer all subjects of one check. */
const CHECK_TIMEOUT_MS = 5_000;

interface Refusal {
  operation: Operation;
  subject: string;
  /** Since it was last tried. */
  refused: boolean;
}

/**
 * What the bus does not let this process do. Users and permissions of the bus change while processes run: a reload can take
 * what was given, and the server then drops a subscription for good. So each is tried again until it is permitted.
 */
export class Refusals {
  private readonly open = new Map<string, Refusal>();
  private readonly kept = new Set<RenewableSubscription>();
  private timer: NodeJS.Timeout | null = null;
  private trying = false;

  constructor(
    private readonly service: string,
    private readonly nc: NatsConnection,
    private readonly logger: Logger,
  ) {}

  keep(subscription: RenewableSubscription): RenewableSubscription {
    for (const other of this.kept) if (other.ended) this.kept.delete(other);
    this.kept.add(subscription);
    return subscription;
  }

  /** For people: what is refused, or nothing. */
  get detail(): string | undefined {
    const of = (operation: Operation, verb: string) => {
      const subjects = [...this.open.values()].filter((r) => r.operation === operation).map((r) => r.subject);
      return subjects.length ? [`the bus does not permit to ${verb} ${subjects.sort().join(', ')}`] : [];
    };
    const all = [...of('subscription', 'subscribe to'), ...of('publish', 'publish to')];
    return all.length ? all.join('; ') : undefined;
  }

  note({ operation, subject: exact }: Violation): void {
    for (const subscription of this.kept) {
      if (operation === 'subscription' && subscription.subject === exact) subscription.lose();
    }
    const subject = asPermitted(exact);
    if (operation === 'publish' && this.isStrangersInbox(subject)) {
      this.logger.error({ subject }, 'an answer was refused: its requester is none of the contracts');
      return;
    }
    const key = `${operation} ${subject}`;
    const known = this.open.get(key);
    if (known) return void (known.refused = true);
    this.open.set(key, { operation, subject, refused: true });
    busRefused.set({ operation, subject }, 1);
    this.logger.error({ subject }, said(operation, 'was refused'));
    this.timer ??= setInterval(() => void this.tryAgain(), RETRY_INTERVAL_MS).unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async tryAgain(): Promise<void> {
    if (this.trying) return;
    this.trying = true;
    const tried = [...this.open.values()];
    for (const refusal of tried) refusal.refused = false;
    try {
      this.tryEach(tried);
      // The server answers in order: whatever it refuses, it has refused before this.
      await Promise.race([
        this.nc.flush(),
        sleep(CHECK_TIMEOUT_MS).then(() => Promise.reject(new Error('silence'))),
      ]);
      await new Promise(setImmediate);
      tried.filter((refusal) => !refusal.refused).forEach((refusal) => this.permit(refusal));
    } catch {
      // The connection is away; next time, then.
    } finally {
      this.trying = false;
    }
  }

  private tryEach(tried: readonly Refusal[]): void {
    const lost = [...this.kept].filter((subscription) => !subscription.alive && !subscription.ended);
    for (const subscription of lost) subscription.begin();
    for (const { operation, subject } of tried) {
      if (operation === 'publish') this.publishNothing(subject);
      else if (!lost.some((subscription) => asPermitted(subscription.subject) === subject))
        // One of the client's own, which makes itself again.
        this.nc.subscribe(concrete(subject), { callback: () => undefined, max: 1 }).unsubscribe();
    }
  }

  /** What nobody takes: no request is answered that names no inbox, and no stream stores what was meant for another one. */
  private publishNothing(subject: string): void {
    const h = headers();
    h.set('Nats-Expected-Stream', 'NONE');
    this.nc.publish(concrete(subject), '', { headers: h });
  }

  private permit(refusal: Refusal): void {
    const { operation, subject } = refusal;
    this.open.delete(`${operation} ${subject}`);
    busRefused.remove({ operation, subject });
    this.logger.info({ subject }, said(operation, 'is permitted again'));
    if (!this.open.size) this.stop();
  }

  /** A requester chooses its inbox, and must not be able to make this instance look ill by a forbidden one. */
  private isStrangersInbox(subject: string): boolean {
    return subject.startsWith('_INBOX_') && !permissionsOf(this.service).publish.includes(subject);
  }
}

const said = (operation: Operation, what: string): string =>
  `${operation === 'publish' ? 'a message' : 'a subscription'} ${what}`;

/** Subjects of which each is used once, as the permission for them is written: they would fill metrics. */
function asPermitted(subject: string): string {
  const [, inbox] = /^(_INBOX_[^.]+)\./.exec(subject) ?? [];
  if (inbox) return `${inbox}.>`;
  const [, acknowledgement] = /^(\$JS\.ACK\.[^.]+\.[^.]+)\./.exec(subject) ?? [];
  return acknowledgement ? `${acknowledgement}.>` : subject;
}

const concrete = (subject: string): string =>
  subject.startsWith('_INBOX_') || subject.startsWith('$JS.ACK.') ? subject.replace(/>$/, 'trial') : subject;
