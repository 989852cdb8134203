import { emailKeyOrNull } from '../users/email-key.js';
import { waitAfter } from './back-off.js';

describe('the wait after failures', () => {
  it('is none for four, then doubles from a second, and from ten on from half a minute to an hour', () => {
    const waits = Array.from({ length: 20 }, (_, i) => waitAfter(i + 1, 5));
    expect(waits).toEqual([
      0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600,
    ]);
    expect(waitAfter(100, 5)).toBe(3600);
  });
});

describe('the key of an address', () => {
  it('is one for all cases', () => {
    expect(emailKeyOrNull('Ada@EXAMPLE.com')).toBe('ada@example.com');
  });

  it.each([
    '\u212Aate@example.com',
    'ad\u0131@example.com',
    '\u0430da@example.com',
    'ada\uFF20example.com',
    'a\u200Bda@example.com',
    '"a@x"@example.com',
    'a@x.com,b@example.com',
    '<a@x.com>b@example.com',
  ])('is none for %j', (address) => {
    expect(emailKeyOrNull(address)).toBeNull();
  });

  it('is one for a domain in its own letters and in ASCII, and keeps it apart from every other', () => {
    expect(emailKeyOrNull('ada@ex\u00E4mple.com')).toBe('ada@xn--exmple-cua.com');
    expect(emailKeyOrNull('ada@xn--exmple-cua.com')).toBe('ada@xn--exmple-cua.com');
  });
});
