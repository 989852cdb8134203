import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import pg from 'pg';
import { Api } from '../../tools/world/api.mjs';
import { Mailbox } from '../../tools/world/mailbox.mjs';
import { postgresUrl } from '../../tools/world/postgres.mjs';
import { readJson } from '../../tools/world/record.mjs';
import { startWorld } from '../../tools/world/world.mjs';
import { connectNats } from '../raw/nats.mjs';
import { makePeople, renew } from './people.mjs';

/** Limits that would measure themselves; everything else is as `npm start` has it. */
const withoutLimits = {
  GATEWAY__CALLER_RATE: '1000000',
  GATEWAY__CALLER_BURST: '1000000',
  GATEWAY__STREAMS_PER_PERSON: '1000000',
  GATEWAY__STREAMS_PER_ADDRESS: '1000000',
  // P5 holds a service while it makes events for it.
  TESSERA_LEAVE_HUNG: '1',
  IDENTITY__ACCESS_TOKEN_SECONDS: '600',
  IDENTITY__SIGN_IN_ADDRESS_FAILURES_10S: '1000000',
  IDENTITY__SIGN_IN_ADDRESS_FAILURES_10MIN: '1000000',
};

/** Half of what an access token lives here, in milliseconds. */
const RENEW_AFTER = 300_000;

/** The whole product in a home of its own, and what a baseline needs to use the same Postgres and NATS. */
export class BenchWorld {
  /** @type {import('./people.mjs').People | undefined} */
  #people;
  #signedInAt = 0;
  /** @type {Map<string, pg.Pool>} */
  #pools = new Map();
  /** @type {import('@nats-io/transport-node').NatsConnection | undefined} */
  #nats;

  /** @param {Awaited<ReturnType<typeof startWorld>>} started @param {Record<string, string>} env */
  constructor(started, env) {
    this.started = started;
    this.env = env;
    this.secrets = readJson(join(started.home, 'secrets.json'));
  }

  /** @param {Record<string, string>} [more] environment */
  static async start(more = {}) {
    const env = { TESSERA_SEED: 'none', LOG_LEVEL: 'warn', ...withoutLimits, ...more };
    const home = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
    return new BenchWorld(await startWorld({ home, env }), env);
  }

  /** Stops the product and starts it on the same data. @returns {Promise<number>} seconds until it was ready */
  async restart() {
    await this.#disconnect();
    await this.started.stop();
    const began = performance.now();
    this.started = await startWorld({ home: this.started.home, env: this.env });
    return (performance.now() - began) / 1_000;
  }

  get runtime() {
    return this.started.runtime();
  }

  get url() {
    return `http://127.0.0.1:${this.runtime.ports.gateway}`;
  }

  /** @param {string} [token] */
  api(token) {
    return new Api(this.url, token);
  }

  get mail() {
    return new Mailbox(`http://127.0.0.1:${this.runtime.ports.mailWeb}`);
  }

  /** Made when first asked for, and signed in for some minutes still. */
  async people() {
    const now = performance.now();
    if (!this.#people) this.#people = await makePeople(this);
    else if (now - this.#signedInAt > RENEW_AFTER) await renew(this, this.#people);
    else return this.#people;
    this.#signedInAt = now;
    return this.#people;
  }

  /** A session that lasts longer than any one target. @returns {Promise<Record<string, string>>} headers */
  async ownerHeaders() {
    const { email } = await this.people();
    const { password } = await import('./people.mjs');
    const owner = await this.api().signIn(email, password);
    return { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' };
  }

  /** @param {...string} names processes of the product @returns {number[]} the latest of each */
  pids(...names) {
    const { processes } = this.runtime;
    return names.map((name) => {
      const found = processes.findLast((p) => p.name === name);
      if (!found) throw new Error(`${name} does not run`);
      return found.pid;
    });
  }

  /** For baselines. */
  get nats() {
    return this.natsAs('admin', 'bench');
  }

  /** The bus as one of its users; who answers a request may do so to the inboxes of those it knows. @param {string} user @param {string} [inbox] */
  natsAs(user, inbox = user) {
    const { seed } = this.secrets.nkeys[user];
    return { url: `nats://127.0.0.1:${this.runtime.ports.nats}`, seed, inbox };
  }

  /** A superuser's connection. @param {string} database */
  database(database) {
    const { postgresPassword: password } = this.secrets;
    return postgresUrl({ port: /** @type {number} */ (this.runtime.ports.postgres), password, database });
  }

  /** @param {string} database @param {string} sql @param {unknown[]} [values] @returns {Promise<any[]>} */
  async query(database, sql, values = []) {
    let pool = this.#pools.get(database);
    if (!pool) {
      pool = new pg.Pool({ connectionString: this.database(database), max: 3 });
      pool.on('error', () => undefined);
      this.#pools.set(database, pool);
    }
    return (await pool.query(sql, values)).rows;
  }

  /** The bus as its admin. */
  async bus() {
    this.#nats ??= await connectNats({ nats: this.nats });
    return this.#nats;
  }

  /** A stream like those of the services, empty. @returns {Promise<import('@nats-io/jetstream').JetStreamManager>} */
  async benchStream() {
    const manager = await jetstreamManager(await this.bus());
    await manager.streams.delete('BENCH').catch(() => undefined);
    const { name: _, ...like } = (await manager.streams.info('EVT_LICENSING')).config;
    await manager.streams.add({ ...like, name: 'BENCH', subjects: ['bench_evt.>'] });
    return manager;
  }

  /** A database for B5 and B7, with an outbox like the product's. @returns {Promise<{ database: string, keys: string[] }>} */
  async benchDatabase() {
    const database = this.database('bench');
    const [there] = await this.query('postgres', `select 1 from pg_database where datname = 'bench'`);
    if (!there) {
      await this.query('postgres', 'create database bench');
      await this.query(
        'bench',
        `create table bench_row (id uuid primary key, touched integer not null, changed_at timestamptz not null);
         create table bench_outbox (
           seq bigint generated always as identity primary key, id uuid not null unique, subject text not null,
           body jsonb not null, created_at timestamptz not null default now(), published_at timestamptz);
         create index bench_unpublished on bench_outbox (seq) where published_at is null;
         insert into bench_row select gen_random_uuid(), 0, now() from generate_series(1, 1000)`,
      );
    }
    const rows = await this.query('bench', 'select id from bench_row');
    return { database, keys: rows.map((row) => row.id) };
  }

  async #disconnect() {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
    this.#pools.clear();
    await this.#nats?.close();
    this.#nats = undefined;
  }

  async stop() {
    await this.#disconnect();
    await this.started.stop();
    this.started.remove();
  }
}
