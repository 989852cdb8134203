import pg from 'pg';
import type { World } from '../world/world.js';
import type { RequestLog } from './request-log.js';
import type { Company } from './test-tenants.js';
import { footprints } from './footprint.js';
import type { Footprint, Ledgers } from './ledger.js';

const services = ['identity', 'licensing', 'support', 'devices', 'notifications'];

/** The second and the third ledger: what the services' databases hold, and what lies in the mailboxes. */
export class Tables {
  readonly urls: Record<string, string>;

  constructor(private readonly world: World) {
    // Read once: a process that is being killed cannot be asked for its environment.
    this.urls = Object.fromEntries(services.map((s) => [s, world.databaseUrl(s)]));
  }

  async query<T extends object>(service: string, sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = await this.connect(service);
    try {
      return (await client.query<T>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }

  /** A session of one's own, e.g. to hold a lock. */
  async connect(service: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.urls[service] });
    await client.connect();
    return client;
  }

  async collect(
    requestLog: RequestLog,
    licenseOf: ReadonlyMap<string, string>,
    floors: readonly Company['floor'][],
    before: Footprint[],
  ): Promise<Ledgers> {
    const requests = await this.query<{
      id: string;
      company: string;
      version: number;
      subject: string;
      number: string;
    }>('support', 'select id, company_id as company, version, subject, number from request');
    const messages = await this.query<{ id: string; aggregateId: string; op: string }>(
      'support',
      `select id, request_id as "aggregateId", text as op from message where text like 'op-%'`,
    );
    const licenses = await this.query<{ id: string; company: string; version: number; serial: string }>(
      'licensing',
      `select e.id, e.company_id as company, l.version, l.serial_number as serial
         from license_entry e join license l on l.id = e.license_id where e.company_id is not null`,
    );
    const activations = await this.query<{
      op: string;
      id: string;
      license: string;
      device: string;
      ended: boolean;
    }>(
      'licensing',
      `select replace(application_version, '12.6.', '') as op, id, license_id as license, fingerprint_hash::text as device,
              ended_at is not null as ended from activation`,
    );
    const opOf = new Map([...licenseOf].map(([op, id]) => [id, op]));
    return {
      told: requestLog.operations,
      sights: requestLog.sights,
      held: [
        ...requests
          .filter((r) => r.subject.startsWith('op-'))
          .map((r) => ({ op: r.subject, id: r.id, aggregateId: r.id })),
        ...messages,
        ...activations.map(({ op, id }) => ({ op, id, aggregateId: id })),
        ...licenses
          .filter((l) => opOf.has(l.id))
          .map((l) => ({ op: opOf.get(l.id)!, id: l.id, aggregateId: l.id })),
      ],
      aggregates: [...requests, ...licenses].map(({ id, company, version }) => ({ id, company, version })),
      events: await this.fromEach<Ledgers['events'][number]>(
        `select id, subject, aggregate_id as "aggregateId", aggregate_version as version, published_at is not null as published
           from outbox order by seq`,
      ),
      heard: await this.query('notifications', 'select consumer, message_id as "messageId" from inbox'),
      effects: await this.effects(new Map(licenses.map((l) => [l.serial, l.id]))),
      // Of the load's own requests: they are mailed about once, when they are registered.
      mails: await this.mails(
        new Map(requests.filter((r) => r.subject.startsWith('op-')).map((r) => [r.number, r.id])),
      ),
      deadLetters: await this.fromEach(
        'select consumer, message_id as "messageId" from dead_letter where replayed_at is null',
      ),
      seats: floors.map(({ licenseId, seats }) => {
        const active = activations.filter((a) => a.license === licenseId && !a.ended);
        return { license: licenseId, sold: seats, taken: new Set(active.map((a) => a.device)).size };
      }),
      absences: requestLog.absences,
      before,
      after: footprints(
        this.world,
        before.map(({ name }) => name),
      ),
    };
  }

  private async fromEach<T extends object>(sql: string): Promise<T[]> {
    const all: T[] = [];
    for (const service of services) all.push(...(await this.query<T>(service, sql)));
    return all;
  }

  private async effects(licenseOf: ReadonlyMap<string, string>): Promise<Ledgers['effects']> {
    const notifications = await this.query<{ about: string }>(
      'notifications',
      `select topic_id as about from notification where kind in ('request_registered', 'license_added')`,
    );
    const mails = await this.query<{ request: string | null; serial: string | null }>(
      'notifications',
      `select facts->>'requestId' as request, facts->>'serialNumber' as serial from mail
        where template in ('request_registered', 'license_added')`,
    );
    return [
      ...notifications.map(({ about }) => ({ kind: 'notification' as const, about })),
      ...mails.map(({ request, serial }) => ({
        kind: 'mail' as const,
        about: request ?? licenseOf.get(serial!) ?? `serial ${serial}`,
      })),
    ];
  }

  /** Mails about requests, which have their number in the subject. */
  private async mails(requestOf: ReadonlyMap<string, string>): Promise<Ledgers['mails']> {
    const response = await fetch(`${this.world.mail.url}/email`);
    const mails = (await response.json()) as {
      subject: string;
      messageId?: string;
      headers: Record<string, string>;
    }[];
    return mails.flatMap(({ subject, messageId, headers }) => {
      const about = requestOf.get(/T-\d{4}-\d{6,}/.exec(subject)?.[0] ?? '');
      return about ? [{ about, messageId: messageId ?? headers['message-id']! }] : [];
    });
  }
}
