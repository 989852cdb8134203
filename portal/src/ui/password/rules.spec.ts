import { broken, mayBeSent } from './rules.js';

/** The same cases as identity's own (services/identity/src/passwords/password-policy.spec.ts). */
describe('the password rules that are shown while typing', () => {
  it.each([
    ['[IDC-023] seven characters', 'Aa1!xyz', ['length']],
    ['[IDC-024] no small letter', 'QRZ-1748-LM', ['lower']],
    ['[IDC-024] no capital letter', 'qrz-1748-lm', ['upper']],
    ['[IDC-025] no special character', 'Qrz1748Lmk', ['special']],
    ['[IDC-026] no digit', 'Qrz-abcd-Lm', ['digit']],
    ['[IDC-026] digits of another script', 'Qrz-٣٤٥٦-Lm', ['digit']],
    ['[IDC-027] a blank', 'Qrz-17 48-Lm', ['noBlank']],
    ['nothing', '', ['length', 'lower', 'upper', 'digit', 'special', 'noBlank']],
    ['what the demo uses', 'Demo-2026!pass', []],
  ])('judge %s', (_what, password, expected) => {
    expect(broken(password)).toEqual(expected);
  });

  it('keep back what every policy refuses, and leave long ones to the service', () => {
    expect(mayBeSent('Qrz-abcd-Lm')).toBe(false);
    expect(mayBeSent('correct horse battery')).toBe(true);
  });
});
