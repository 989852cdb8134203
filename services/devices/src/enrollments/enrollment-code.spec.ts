import { makeEnrollmentCode, readEnrollmentCode, showEnrollmentCode } from './enrollment-code.js';

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
    'ABCD-ABCD-ABCD-ABCD-ABC?',
    'ABCD-ABCD-ABCD-ABCD-ABC\u0041\u0301',
  ])('are not %j', (typed) => expect(readEnrollmentCode(typed)).toBeNull());
});
