import { randomBytes } from 'node:crypto';
import { dataSourceOf, Database, uuidv7 } from '@tessera/platform';
import { testDatabase, type TestDatabase } from '@tessera/platform/testing';
import type { DataSource } from 'typeorm';
import { service } from '../service.js';
import { beginSignIn, completeSignIn, type NewAttempt, type NewSession } from './sign-in.sql.js';

const key = () => randomBytes(32);
const NO_DEVICE = Buffer.alloc(0);

describe('the statements of a sign-in', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let db: Database;
  beforeAll(async () => {
    database = await testDatabase(service.name, service.entities, service.migrations);
    const config = { DATABASE_URL: database.url, DATABASE_POOL: 5 } as never;
    db = new Database((dataSource = await dataSourceOf(service, config).initialize()));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const aUser = async (passwordHash: string | null = 'hash'): Promise<{ id: string; emailKey: string }> => {
    const [id, emailKey] = [uuidv7(), `${uuidv7()}@example.com`];
    await db.query(
      `insert into user_account (id, email, email_key, first_name, last_name, password_hash, activated_at)
       values ($1, $2, $2, 'Ada', 'Example', $3, case when $3::text is not null then now() end)`,
      [id, emailKey, passwordHash],
    );
    return { id, emailKey };
  };
  const aDevice = async (userId: string): Promise<Buffer> => {
    const hash = key();
    await db.query('insert into known_device (token_hash, user_id) values ($1, $2)', [hash, userId]);
    return hash;
  };
  const anAttempt = (facts: Partial<NewAttempt> = {}): NewAttempt => ({
    accountKey: key(),
    addressKey: key(),
    emailKey: 'unknown@example.com',
    deviceHash: null,
    windowSeconds: [10, 600],
    windowAttempts: [3, 20],
    freeFailures: 5,
    maxFailures: 100,
    ...facts,
  });
  const begin = (attempt: NewAttempt) => beginSignIn(attempt, db);
  const windowsOf = (addressKey: Buffer) =>
    db.query('select seconds, attempts, failures from attempt_window where key = $1 order by seconds', [
      addressKey,
    ]);
  const countsOf = (accountKey: Buffer) =>
    db.query('select device_key as device, attempts, failures from sign_in_failure where account_key = $1', [
      accountKey,
    ]);

  describe('before the password', () => {
    it('finds an account with its hash, and none for an address that has none', async () => {
      const { id, emailKey } = await aUser();
      const { account } = await begin(anAttempt({ emailKey }));
      expect(account).toMatchObject({ userId: id, emailKey, passwordHash: 'hash', companyId: null });
      expect((await begin(anAttempt())).account).toBeNull();
      expect((await begin(anAttempt({ emailKey: null }))).account).toBeNull();
    });

    it('finds no password of an account that is not activated', async () => {
      const { emailKey } = await aUser(null);
      expect((await begin(anAttempt({ emailKey }))).account).toMatchObject({ emailKey, passwordHash: null });
    });

    it('counts an attempt of the address and of the account, known or not', async () => {
      for (const emailKey of [(await aUser()).emailKey, 'unknown@example.com']) {
        const attempt = anAttempt({ emailKey });
        const begun = await begin(attempt);
        expect(begun).toMatchObject({ windows: [10, 600], counted: true, locked: false });
        expect(begun.deviceKey).toEqual(NO_DEVICE);
        expect(await windowsOf(attempt.addressKey)).toEqual([
          { seconds: 10, attempts: 1, failures: 0 },
          { seconds: 600, attempts: 1, failures: 0 },
        ]);
        expect(await countsOf(attempt.accountKey)).toEqual([{ device: NO_DEVICE, attempts: 1, failures: 0 }]);
      }
    });

    it('counts nothing of the account when a window of the address is full', async () => {
      const attempt = anAttempt({ windowAttempts: [1, 20] });
      await begin(attempt);
      expect(await begin(attempt)).toMatchObject({ windows: [600], counted: false, locked: false });
      expect(await countsOf(attempt.accountKey)).toMatchObject([{ attempts: 1 }]);
    });

    it('begins a window again when its time is over', async () => {
      const attempt = anAttempt({ windowAttempts: [1, 20] });
      await begin(attempt);
      await db.query(`update attempt_window set started_at = now() - interval '11 seconds' where key = $1`, [
        attempt.addressKey,
      ]);
      expect(await begin(attempt)).toMatchObject({ windows: [10, 600], counted: true });
      expect(await windowsOf(attempt.addressKey)).toMatchObject([{ attempts: 1 }, { attempts: 2 }]);
    });

    it('counts a known device by itself and not by its address', async () => {
      const { id, emailKey } = await aUser();
      const deviceHash = await aDevice(id);
      const attempt = anAttempt({ emailKey, deviceHash });
      expect(await begin(attempt)).toMatchObject({ deviceKey: deviceHash, windows: [], counted: true });
      expect(await windowsOf(attempt.addressKey)).toEqual([]);
    });

    it('does not take the known device of another person', async () => {
      const { emailKey } = await aUser();
      const deviceHash = await aDevice((await aUser()).id);
      const begun = await begin(anAttempt({ emailKey, deviceHash }));
      expect(begun).toMatchObject({ deviceKey: NO_DEVICE, windows: [10, 600] });
    });

    it('lets no more attempts run than may fail freely, and gives up those that are abandoned', async () => {
      const attempt = anAttempt({ freeFailures: 2, windowAttempts: [20, 20] });
      for (const counted of [true, true, false])
        expect(await begin(attempt)).toMatchObject({ counted, locked: false });
      await db.query(`update sign_in_failure set last_at = now() - interval '31 seconds'`);
      expect(await begin(attempt)).toMatchObject({ counted: true });
      expect(await countsOf(attempt.accountKey)).toMatchObject([{ attempts: 3, failures: 2 }]);
    });

    it('locks an account that has to wait, and one with too many failures', async () => {
      const attempt = anAttempt({ maxFailures: 7 });
      await begin(attempt);
      await db.query(
        `update sign_in_failure set retry_at = now() + interval '1 hour' where account_key = $1`,
        [attempt.accountKey],
      );
      expect(await begin(attempt)).toMatchObject({ counted: false, locked: true });
      await db.query(
        `update sign_in_failure set retry_at = now(), attempts = 7, failures = 7 where account_key = $1`,
        [attempt.accountKey],
      );
      expect(await begin({ ...attempt, addressKey: key() })).toMatchObject({ counted: false, locked: true });
    });
  });

  describe('after the password', () => {
    const aSession = (userId: string, attempt: NewAttempt, facts: Partial<NewSession> = {}): NewSession => ({
      userId,
      passwordHash: 'hash',
      rehashed: null,
      sessionId: uuidv7(),
      sessionTokenHash: key(),
      accessTokenHash: key(),
      refreshTokenHash: key(),
      idleMinutes: 30,
      sessionMinutes: 120,
      refreshMinutes: 600,
      refreshIdleMinutes: 300,
      accessTokenSeconds: 900,
      deviceHash: null,
      newDeviceHash: key(),
      accountKey: attempt.accountKey,
      deviceKey: NO_DEVICE,
      addressKey: attempt.addressKey,
      windowSeconds: attempt.windowSeconds,
      ...facts,
    });
    const begun = async () => {
      const user = await aUser();
      const attempt = anAttempt({ emailKey: user.emailKey });
      await begin(attempt);
      return { user, attempt };
    };

    it('starts a session with its tokens and their ends', async () => {
      const { user, attempt } = await begun();
      const session = aSession(user.id, attempt);
      const started = await completeSignIn(session, db);
      expect(started!.knownDevice).toBe(false);
      const [row] = await db.query(
        `select s.user_id as "userId", s.token_hash as "tokenHash", s.expires_at as "expiresAt",
                s.expires_at - s.created_at = interval '120 minutes' as "lasts",
                s.idle_until - s.created_at = interval '30 minutes' as "idles",
                s.refresh_until - s.created_at = interval '600 minutes' as "refreshes",
                a.expires_at as "accessExpiresAt", a.expires_at - s.created_at = interval '900 seconds' as "accesses",
                r.expires_at - s.created_at = interval '300 minutes' as "refreshIdles"
           from session s join access_token a on a.session_id = s.id and a.token_hash = $2
           join refresh_token r on r.session_id = s.id and r.token_hash = $3 where s.id = $1`,
        [session.sessionId, session.accessTokenHash, session.refreshTokenHash],
      );
      expect(row).toEqual({
        userId: user.id,
        tokenHash: session.sessionTokenHash,
        expiresAt: started!.expiresAt,
        accessExpiresAt: started!.accessExpiresAt,
        lasts: true,
        idles: true,
        refreshes: true,
        accesses: true,
        refreshIdles: true,
      });
    });

    it('takes the attempt and the failures before it out of the counts, and leaves attempts that still run', async () => {
      const { user, attempt } = await begun();
      await begin(attempt);
      await db.query('update sign_in_failure set attempts = 5, failures = 3 where account_key = $1', [
        attempt.accountKey,
      ]);
      await completeSignIn(aSession(user.id, attempt), db);
      expect(await countsOf(attempt.accountKey)).toMatchObject([{ attempts: 1, failures: 0 }]);
      expect(await windowsOf(attempt.addressKey)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    });

    it('changes nothing when the password was changed meanwhile', async () => {
      const { user, attempt } = await begun();
      for (const rehashed of [null, 'stronger']) {
        const session = aSession(user.id, attempt, { passwordHash: 'former hash', rehashed });
        expect(await completeSignIn(session, db)).toBeNull();
      }
      for (const table of ['session', 'known_device'])
        expect(await db.query(`select 1 from ${table} where user_id = $1`, [user.id])).toEqual([]);
      expect(await countsOf(attempt.accountKey)).toMatchObject([{ attempts: 1 }]);
      expect(await windowsOf(attempt.addressKey)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    });

    it('replaces a hash with outdated parameters', async () => {
      const { user, attempt } = await begun();
      expect(await completeSignIn(aSession(user.id, attempt, { rehashed: 'stronger' }), db)).not.toBeNull();
      expect(await db.query('select password_hash as h from user_account where id = $1', [user.id])).toEqual([
        { h: 'stronger' },
      ]);
    });

    it('keeps a known device, and makes a new one for a browser without', async () => {
      const { user, attempt } = await begun();
      const deviceHash = await aDevice(user.id);
      await db.query(`update known_device set last_used_at = now() - interval '1 day'`);
      const known = aSession(user.id, attempt, { deviceHash, deviceKey: deviceHash, addressKey: null });
      expect(await completeSignIn(known, db)).toMatchObject({ knownDevice: true });
      const unknown = aSession(user.id, attempt);
      expect(await completeSignIn(unknown, db)).toMatchObject({ knownDevice: false });
      const devices = await db.query(
        `select token_hash as hash, last_used_at > now() - interval '1 hour' as used from known_device
          where user_id = $1 order by last_used_at`,
        [user.id],
      );
      expect(devices).toEqual([
        { hash: deviceHash, used: true },
        { hash: unknown.newDeviceHash, used: true },
      ]);
    });
  });
});
