import type { Db } from '../database/database.js';
import type { FailureLimit, FailureLimiter } from './failure-limiter.js';
import { MailLimits } from './mail-limits.js';

/** Counts as the limiter's table does, in one window that never ends. */
function limits() {
  const counts = new Map<string, number>();
  const limiter = {
    key: (...parts: string[]) => Buffer.from(parts.join('\0')),
    begin: (key: Buffer, [limit]: FailureLimit[]) => {
      const id = `${key.toString()}/${limit!.seconds}`;
      const n = counts.get(id) ?? 0;
      if (n < limit!.failures) counts.set(id, n + 1);
      return Promise.resolve(n < limit!.failures);
    },
    release: (key: Buffer, [limit]: FailureLimit[]) => {
      const id = `${key.toString()}/${limit!.seconds}`;
      counts.set(id, counts.get(id)! - 1);
      return Promise.resolve();
    },
    secondsFull: (_key: Buffer, [limit]: FailureLimit[]) => Promise.resolve(limit!.seconds),
  } as unknown as FailureLimiter;
  const mails = new MailLimits(limiter);
  const tenMinutesPass = () => {
    for (const id of counts.keys()) if (id.endsWith('/600')) counts.delete(id);
  };
  const send = async (sender: string, what: string, times = 1, purpose = 'activation') => {
    let admitted = 0;
    for (let n = 0; n < times; n++) {
      const mail = { purpose, recipient: 'a@example.com', sender, what };
      const { verdict, retryAfter } = await mails.admit(mail, { same: 3, recipient10min: 10 }, {} as Db);
      if (verdict === 'admitted') admitted += 1;
      expect(retryAfter).toBe({ admitted: 0, sender_full: 3_600, recipient_full: 600 }[verdict]);
    }
    return admitted;
  };
  return Object.assign(send, { tenMinutesPass });
}

describe('mails to an address of the sender’s choice', () => {
  it('go out three times when they say the same, four times by one sender in ten minutes', async () => {
    const send = limits();
    expect(await send('s', 'one', 10)).toBe(3);
    expect(await send('s', 'two', 10)).toBe(1);
  });

  it('of one sender, however many, leave room for the first of each other sender', async () => {
    const send = limits();
    for (const what of ['one', 'two', 'three']) await send('s', what, 1_000);
    for (const other of ['t', 'u']) expect(await send(other, 'x')).toBe(1);
  });

  it('of several senders leave room for senders that have sent none yet', async () => {
    const send = limits();
    for (const sender of ['s', 't', 'u']) await send(sender, 'x', 1_000);
    expect(await send('owner', 'x')).toBe(1);
  });

  it('that were asked for as a reset of the password keep none away that the recipient waits for', async () => {
    const send = limits();
    for (let n = 0; n < 50; n++) await send(`stranger ${n}`, 'x', 3, 'password_reset');
    expect(await send('owner', 'x')).toBe(1);
    expect(await send('company', 'x', 1, 'invitation')).toBe(1);
  });

  it('that are refused do not count: their sender has the same room as before when there is some again', async () => {
    const send = limits();
    for (let n = 0; n < 20; n++) await send(`stranger ${n}`, 'x');
    expect(await send('owner', 'x', 50)).toBe(0);
    send.tenMinutesPass();
    expect(await send('owner', 'x')).toBe(1);
  });

  it('end at ten in ten minutes, for all senders and purposes together', async () => {
    const send = limits();
    let sent = 0;
    for (let n = 0; n < 100; n++)
      sent += await send(`s${n}`, 'x', 3, n % 2 ? 'activation' : 'password_reset');
    expect(sent).toBe(10);
  });
});
