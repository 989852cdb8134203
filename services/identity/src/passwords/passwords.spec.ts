import { availableParallelism } from 'node:os';
import { readConfig } from '../config.js';
import { readPhc } from './phc.js';
import { Passwords } from './passwords.js';

const pepper = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const passwords = (more: Record<string, string> = {}) =>
  new Passwords(
    readConfig({
      DATABASE_URL: 'postgres://x/y',
      DATA_KEY: `t:${pepper(0)}`,
      PASSWORD_PEPPER: pepper(1),
      ARGON2_MEMORY_KIB: '64',
      ARGON2_ITERATIONS: '1',
      ...more,
    }),
  );

describe('passwords at rest', () => {
  it('are argon2id with 16 bytes of salt and the pepper over 32 bytes of output', async () => {
    const stored = readPhc(await passwords().hash('secret'));
    expect(stored).toMatchObject({ memoryKib: 64, iterations: 1, parallelism: 1 });
    expect(stored!.salt).toHaveLength(16);
    expect(stored!.mac).toHaveLength(32);
  });

  it('have the parameters of the specification unless configured otherwise', async () => {
    const text = await passwords({ ARGON2_MEMORY_KIB: '', ARGON2_ITERATIONS: '' }).hash('secret');
    expect(text).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1,/);
  });

  it('fit themselves and nothing else', async () => {
    const p = passwords();
    const stored = await p.hash('Größe-1');
    expect(await p.verify('Größe-1', stored)).toEqual({ fits: true, outdated: false });
    expect((await p.verify('Größe-1'.normalize('NFD'), stored)).fits).toBe(true);
    for (const wrong of ['größe-1', 'Größe-1 ', '', 'Größe-1\0'])
      expect((await p.verify(wrong, stored)).fits).toBe(false);
  });

  it('are nothing without the pepper', async () => {
    const stored = await passwords().hash('secret');
    expect((await passwords({ PASSWORD_PEPPER: pepper(2) }).verify('secret', stored)).fits).toBe(false);
  });

  it('are outdated when parameters or pepper have changed', async () => {
    const stored = await passwords().hash('secret');
    const changes: Record<string, string>[] = [
      { ARGON2_ITERATIONS: '2' },
      { PASSWORD_PEPPER: `${pepper(2)},${pepper(1)}` },
    ];
    for (const newer of changes) {
      expect(await passwords(newer).verify('secret', stored)).toEqual({ fits: true, outdated: true });
    }
  });

  it.each([
    ['no password at all', null],
    ['what is no hash', 'plain'],
    [
      'a hash of unreasonable cost',
      '$argon2id$v=19$m=9999999,t=99,p=1,keyid=AAAA$AAAAAAAAAAAAAAAAAAAAAA$' + 'A'.repeat(43),
    ],
  ])('never fit %s', async (_what, stored) => {
    expect((await passwords().verify('secret', stored)).fits).toBe(false);
  });

  it('refuse work beyond the queue’s length at once', async () => {
    const p = passwords();
    const outcomes = await Promise.allSettled(Array.from({ length: 400 }, () => p.verify('x', null)));
    const atOnce = Math.min(4, availableParallelism());
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(atOnce + 32 * atOnce);
    expect((await p.verify('x', null)).fits).toBe(false);
  });
});
