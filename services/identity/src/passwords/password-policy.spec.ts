import fc from 'fast-check';
import { brokenRules } from './password-policy.js';

const codes = (
  password: string,
  profile: 'classic' | 'passphrase' | 'nist' = 'classic',
  email = 'ada@example.com',
) => brokenRules(profile, password, email).map((e) => e.code);

describe('the password rules', () => {
  it.each([
    ['[IDC-023] seven characters', 'Aa1!xyz', ['TOO_SHORT']],
    ['[IDC-024] no lower-case letter', 'QRZ-1748-LM', ['NO_LOWER_CASE']],
    ['[IDC-024] no upper-case letter', 'qrz-1748-lm', ['NO_UPPER_CASE']],
    ['[IDC-025] no special character', 'Qrz1748Lmk', ['NO_SPECIAL_CHARACTER']],
    ['[IDC-026] no digit', 'Qrz-abcd-Lm', ['NO_DIGIT']],
    ['[IDC-026] other than Arabic digits', 'Qrz-٣٤٥٦-Lm', ['NO_DIGIT']],
    ['[IDC-027] a blank', 'Qrz-17 48-Lm', ['BLANK']],
    ['[IDC-027] a no-break space', 'Qrz-17\u00a048-Lm', ['BLANK']],
    ['129 characters', `Qrz-1748${'x'.repeat(121)}`, ['TOO_LONG']],
    ['a common one', 'P@ssw0rd', ['TOO_COMMON']],
    ['a common one with a tail', 'Password1!', ['TOO_COMMON']],
    ...`P@55w0rd L3tm31n! S3cur1ty! Qwerty123! 1qaz@WSX !QAZ2wsx Qwertz123! Asdf!234 Abc@1234 Abcd1234! Abcabc1! Aaaaaaa1!
       Summer2026! Sommer-2026 Welcome@123 Michael1985! Football#7 F00tb@ll! drowssaP1! PasswordPassword1! ADMIN-admin1
       Acme-2026! Pässwörd1! Frühling-26! Ｐａｓｓｗｏｒｄ1! Monkey#2345 Xy-123456 Aa1!Aa1!
       P.a.s.s.w.o.r.d1 Pass-word-1 M0t.de.P4sse Willkommen1! Ichliebedich1! Lizenz2026! Пароль123! Covid19!! Bienvenue1! 01.12.2026Ab!
       19851201Ab! Sandra-24.12.1990 Sandra24121990! Admin-Password1! Changeme-Admin1! Valkommen1! Москва2026! Woaini123!`
      .split(/\s+/)
      .map((easy): [string, string, string[]] => ['an easily guessed one', easy, ['TOO_COMMON']]),
    ['a letter of another script where a special character is due', 'Qrz1748Lmж漢', ['NO_SPECIAL_CHARACTER']],
    [
      'all at once',
      ' ',
      ['TOO_SHORT', 'NO_LOWER_CASE', 'NO_UPPER_CASE', 'NO_DIGIT', 'NO_SPECIAL_CHARACTER', 'BLANK'],
    ],
  ])('refuse %s', (_what, password, expected) => {
    expect(codes(password)).toEqual(expected);
  });

  it('[IDC-028] refuse the e-mail address, in any case', () => {
    expect(codes('Ada.1@Example.com', 'classic', 'ada.1@example.com')).toEqual(['IS_EMAIL']);
  });

  it.each([
    ['eight characters', 'Qrz-174m'],
    ['128 characters, counted as code points', `Qr-1${'🂡'.repeat(124)}`],
    ['letters of other scripts', 'Жук-1748'],
    ['what the demo uses', 'Demo-2026!pass'],
    ['two words', 'Purple-monkey-9'],
    ...`Korrekt-Pferd-Batterie7 Zebra-Kanne-Wolke-42 vK7!pq2Lm#x9 Tr0ub4dor&3xyzzy-Q 9fT$kz!wQ4 Qv8-nn2-Kd5-tt7 Grünkohl&Pinkel-19 Krähe.77.Mond`
      .split(/\s+/)
      .map((good): [string, string] => ['a good one', good]),
    ['random characters', 'xK4#mQ9z'],
    ['random characters with a word by chance', 'Tq9!wemb'],
  ])('take %s', (_what, password) => {
    expect(codes(password)).toEqual([]);
  });

  it('refuse what others know of the person, and take the same of another', () => {
    const of = (email: string, ...words: string[]) => {
      const owner = { email, words };
      return (password: string) => brokenRules('classic', password, owner).map((e) => e.code);
    };
    const his = of('g.wunderlich@kranich-bau.example', 'Gereon', 'Wunderlich', 'Kranich Bau GmbH', 'Tessera');
    const hers = of('ada@example.com', 'Ada', 'Example');
    const known = [
      'Wunderl1ch!',
      'Kranich-2026',
      'KranichBau#1',
      'Gereon.Wunderlich1',
      '2026-hcinarK',
      'Tess3ra-01',
      'Kranich-Passwort1',
      'Welcome@Kranich1',
    ];
    for (const password of known) {
      expect([password, his(password)]).toEqual([password, ['TOO_COMMON']]);
      if (password !== 'Gereon.Wunderlich1') expect([password, hers(password)]).toEqual([password, []]);
    }
    expect(his('Wunderlich-mag-Katzen-3')).toEqual([]);
  });

  it('take long passphrases with blanks in the profile passphrase, and short ones as classic', () => {
    expect(codes('correct horse battery', 'passphrase')).toEqual([]);
    expect(codes('correct horse', 'passphrase')).toContain('BLANK');
  });

  it('ask in the profile nist for length alone', () => {
    expect(codes('fifteen letters', 'nist')).toEqual([]);
    expect(codes('Qrz-1748-Lmkoz', 'nist')).toEqual(['TOO_SHORT']);
  });

  it('judge composed and decomposed letters alike', () => {
    expect(codes('Äpfel-174'.normalize('NFD'))).toEqual(codes('Äpfel-174'.normalize('NFC')));
  });

  it('answer at once, also for hostile passwords', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 1024, unit: 'binary' }),
      fc
        .tuple(fc.string({ maxLength: 4 }), fc.nat(1000))
        .map(([part, times]) => part.repeat(times).slice(0, 1024)),
    );
    const began = process.cpuUsage();
    fc.assert(fc.property(hostile, (password) => Array.isArray(codes(password))));
    // A hundred of them; microseconds of processor time, which other processes do not stretch.
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  });
});
