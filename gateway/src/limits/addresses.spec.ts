import { jest } from '@jest/globals';
import { clientAddressOf } from './client-address.js';
import { TokenBuckets } from './token-buckets.js';

describe('a client’s address', () => {
  const request = (forwarded?: string) => ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '10.0.0.1' },
  });

  it.each([
    ['no proxy is trusted', '198.51.100.1', 0, '10.0.0.1'],
    ['one proxy', '198.51.100.1', 1, '198.51.100.1'],
    ['one proxy, and what the client made up', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
    ['two proxies', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['fewer hops than proxies', '198.51.100.1', 3, '198.51.100.1'],
    ['no header', undefined, 2, '10.0.0.1'],
  ])('is the one that the last trusted proxy saw: %s', (_what, forwarded, trusted, expected) => {
    expect(clientAddressOf(request(forwarded), trusted)).toBe(expected);
  });
});

describe('a bucket of tokens', () => {
  afterEach(() => jest.restoreAllMocks());

  it('empties for requests at once as for those one after the other, and takes a token back', () => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const buckets = new TokenBuckets(1, 3);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1]);
    buckets.giveBack('a');
    expect(buckets.take('a')).toBe(0);
    expect(buckets.take('b')).toBe(0);
  });

  it('never holds more than its burst', () => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const buckets = new TokenBuckets(1, 1);
    buckets.giveBack('a');
    buckets.giveBack('a');
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1]);
  });
});
