import { randomBytes } from 'node:crypto';
import type { TestService } from '@tessera/platform/testing';
import { aPerson, startIdentity } from '../../test/factories.js';
import { pepperId, peppersOf } from './peppers.js';

const [old, next] = [randomBytes(32), randomBytes(32)] as [Buffer, Buffer];

describe('peppers', () => {
  let test: TestService;
  beforeAll(async () => void (test = await startIdentity()));
  afterAll(() => test.stop());

  it('have ids that do not reveal them', () => {
    const { keys } = peppersOf([next, old]);
    expect(keys.map(({ id }) => id)).toEqual([pepperId(next), pepperId(old)]);
    expect(pepperId(old)).toMatch(/^[A-Za-z0-9+/]{8}$/);
  });

  it('are demanded at the start as long as a password was hashed with them', async () => {
    await aPerson(test);
    const [{ n }] = (await test.query(
      'select count(*)::int as n from user_account where password_hash is not null',
    )) as [{ n: number }];
    const [wrong, right] = [next.toString('base64'), test.environment.PASSWORD_PEPPER!];
    const id = pepperId(Buffer.from(right, 'base64'));
    const needs = `PASSWORD_PEPPER lacks the key ${id}, which ${n} ${n === 1 ? 'row needs' : 'rows need'}`;
    await expect(test.addInstance({ PASSWORD_PEPPER: wrong })).rejects.toThrow(needs);
    await expect(test.addInstance({ PASSWORD_PEPPER: `${wrong},${right}` })).resolves.toBeDefined();
  });
});
