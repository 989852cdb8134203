import { makeEnrollmentCode, readEnrollmentCode, showEnrollmentCode } from './enrollment-code.js';
import { addressKey } from './enrollment-failures.js';

describe('enrollment codes', () => {
  it('are 100 random bits, shown in groups, and read back however they are typed', () => {
    const codes = new Set(Array.from({ length: 500 }, makeEnrollmentCode));
    expect(codes.size).toBe(500);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
      expect(readEnrollmentCode(` ${showEnrollmentCode(code).toLowerCase()} `)).toBe(code);
    }
  });

  it.each([
    '',
    'ABCD',
    'ABCD-ABCD-ABCD-ABCD-ABCDE',
    'ABCD-ABCD-ABCD-ABCD-ABCU',
    'ABCD-ABCD-ABCD-ABCD-ABC\u0041\u0301',
  ])('are not %j', (typed) => expect(readEnrollmentCode(typed)).toBeNull());
});

describe('addressKey', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [null, 'unknown'],
  ])('counts %s as %s', (address, key) => expect(addressKey(address)).toBe(key));
});
