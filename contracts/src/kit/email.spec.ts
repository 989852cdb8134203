import { canonicalEmail, displayEmail, isEmail } from './email.js';

const taken = (address: string) => {
  const kept = canonicalEmail(address);
  return kept !== null && isEmail(kept) ? kept : null;
};

describe('an address', () => {
  it.each([
    ['anna@example.com', 'anna@example.com'],
    ['Anna.Berg+x@Example.COM', 'Anna.Berg+x@Example.COM'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@BÜCHER.example', 'info@xn--bcher-kva.example'],
    ['info@bu\u0308cher.example', 'info@xn--bcher-kva.example'],
    ['info@xn--bcher-kva.example', 'info@xn--bcher-kva.example'],
    ['info@XN--BCHER-KVA.example', 'info@xn--bcher-kva.example'],
    ['info@straße.example', 'info@xn--strae-oqa.example'],
    ['info@例え.テスト', 'info@xn--r8jz45g.xn--zckzah'],
    ['info@bücher。example', 'info@xn--bcher-kva.example'],
    // Folded to what the mail is sent to; nobody but the owner of that domain gets it.
    ['info@exam\u200bple.com', 'info@example.com'],
    ['info@\u212aiosk.example', 'info@kiosk.example'],
    ['\u00a0anna@example.com\r\n', 'anna@example.com'],
    ['\u200banna@bücher.example\u3000\ufeff', 'anna@xn--bcher-kva.example'],
  ])('%s is kept as %s', (address, kept) => {
    expect(taken(address)).toBe(kept);
    expect(taken(kept)).toBe(kept);
  });

  it.each([
    'ınfo@example.com',
    'an\u212aa@example.com',
    'аnna@example.com',
    'anna\u200b@example.com',
    'anna＠example.com',
    'anna@ex＠mple.com',
    'a@b@bücher.example',
    '"anna"@bücher.example',
    'anna@bücher',
    'anna@bücher.example/x',
    'anna@bücher.example:25',
    'anna@bücher.example?x',
    'anna@bü cher.example',
    'anna@bücher.example\r\nBcc: x@y.example',
    'anna@bü%2ecker.example',
    'anna@１２７.０.０.１',
    'anna@１２７.１',
    'anna@xn--zzzzzzzzzz-.example',
    'anna@xn--ü.example',
    'anna@.bücher.example',
    'anna@bücher..example',
    '@bücher.example',
    'bücher.example',
    `anna@${'ü'.repeat(70)}.example`,
    `anna@${'ü'.repeat(100_000)}.example`,
  ])('%j is none', (address) => expect(taken(address)).toBeNull());
});

it.each([
  ['a plain one', 'anna@example.com', 'anna@example.com'],
  ['umlauts', 'info@xn--bcher-kva.example', 'info@bücher.example'],
  ['Japanese', 'info@xn--r8jz45g.xn--zckzah', 'info@例え.テスト'],
  ['Cyrillic', 'info@xn--e1afmkfd.xn--80akhbyknj4f', 'info@пример.испытание'],
  ['Latin with a letter of Cyrillic', canonicalEmail('a@exаmple.com')!, canonicalEmail('a@exаmple.com')!],
  ['Cyrillic that looks like Latin', 'a@xn--80ak6aa92e.com', 'a@xn--80ak6aa92e.com'],
  ['no domain at all', 'xn--x', 'xn--x'],
])('shows %s as a reader may take it', (_what, kept, shown) => expect(displayEmail(kept)).toBe(shown));
