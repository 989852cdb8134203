import { jest } from '@jest/globals';
import { codeOf } from '@tessera/platform/testing';
import { CallerLimits } from './caller-limits.js';

describe('the limit of a caller', () => {
  afterEach(() => jest.restoreAllMocks());

  const at = (milliseconds: number) => jest.spyOn(performance, 'now').mockReturnValue(milliseconds);
  const take = (limits: CallerLimits, caller: string) =>
    codeOf(Promise.resolve().then(() => limits.take(caller)));

  it('allows a burst, then the rate, and says when there is room again', async () => {
    const limits = new CallerLimits({ CALLER_RATE: 2, CALLER_BURST: 3 });
    at(0);
    expect(await Promise.all([1, 2, 3, 4].map(() => take(limits, 'a')))).toEqual([
      'OK',
      'OK',
      'OK',
      'TOO_MANY_REQUESTS',
    ]);
    at(499);
    expect(await take(limits, 'a')).toBe('TOO_MANY_REQUESTS');
    at(500);
    expect(await take(limits, 'a')).toBe('OK');
  });

  it('is each caller’s own', async () => {
    const limits = new CallerLimits({ CALLER_RATE: 1, CALLER_BURST: 1 });
    expect([await take(limits, 'a'), await take(limits, 'b'), await take(limits, 'a')]).toEqual([
      'OK',
      'OK',
      'TOO_MANY_REQUESTS',
    ]);
  });

  it.each([
    ['two addresses of one IPv6 /64', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['two IPv6 networks', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['an IPv4 address in IPv6 clothes', '::ffff:203.0.113.7', '203.0.113.7', true],
    ['two IPv4 addresses', '203.0.113.7', '203.0.113.8', false],
    ['two IPv4 addresses in IPv6 clothes', '::ffff:203.0.113.7', '::ffff:203.0.113.8', false],
    ['two people', 'person:1', 'person:2', false],
  ])('counts %s', async (_what, a, b, same) => {
    const limits = new CallerLimits({ CALLER_RATE: 1, CALLER_BURST: 1 });
    expect([await take(limits, a), await take(limits, b)]).toEqual(['OK', same ? 'TOO_MANY_REQUESTS' : 'OK']);
  });
});
