import { languages } from '@tessera/contracts';
import { createTransport } from 'nodemailer';
import { Received } from '../../test/received.js';
import { readConfig } from '../config.js';
import { texts, type MailTemplate } from '../texts/catalogue.js';
import { writeLetter, type Draft } from './letter.js';

const config = readConfig({
  DATABASE_URL: 'postgres://localhost/x',
  DATA_KEY: `k:${Buffer.alloc(32).toString('base64')}`,
  SMTP_URL: 'smtp://localhost:25',
  MAIL_FROM: 'Northwind Security <no-reply@vendor.example>',
  PUBLIC_URL: 'https://portal.vendor.example',
});

/** Everything that any mail may say; `name` stands wherever a person or a company chooses the words. */
const draft = (name: string, more: Partial<Draft['to']> = {}): Draft => ({
  to: { email: 'a@acme.example', firstName: name, lastName: name, language: 'en', ...more },
  facts: {
    companyName: name,
    inviterName: name,
    userName: name,
    givenName: name,
    license: 'code',
    codeEnd: name,
    subject: name,
    writer: name,
    productName: name,
    products: [name],
    serialNumber: '1A-2B',
    number: 'INC-1',
    status: 'awaiting_reply',
    reason: 'CODE_UNKNOWN',
    expiresAt: '2026-01-02T03:04:05Z',
    changedAt: '2026-01-02T03:04:05Z',
    endedAt: '2026-01-02T03:04:05Z',
  },
  values: {
    url: { link: 'https://portal.vendor.example/x#token=abc' },
    requestUrl: { link: 'https://portal.vendor.example/requests/1' },
    answer: { passage: name },
  },
});

/** The mail as it would go over the wire. */
async function onTheWire(template: MailTemplate, d: Draft): Promise<Received> {
  const { to, subject, text, html } = writeLetter(template, d, config);
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    from: config.MAIL_FROM,
    to,
    subject,
    text,
    html,
  });
  return new Received((sent.message as Buffer).toString('latin1'), [to.address]);
}

const templates = texts.namesIn('mails');
const everyMail = templates.flatMap((t) => languages.map((l) => [t, l] as const));

it.each(everyMail)('fills every placeholder of %s in %s', (template, language) => {
  const { subject, text, html } = writeLetter(template, draft('Ada', { language }), config);
  for (const part of [subject, text, html]) expect(part).not.toMatch(/[{}]|undefined|\[object/);
  expect(html).toContain(`<html lang="${language}">`);
  expect(text).toContain('https://portal.vendor.example');
});

describe('hostile names', () => {
  const breaks = [
    '\r\nBcc: x@evil.example',
    '%0d%0aBcc: x@evil.example',
    '\u2028Bcc: x@evil.example',
    '\u0085Bcc: x@evil.example',
    '\u0000\u001b[2J',
    '\n\nbody',
  ];

  it.each(breaks.flatMap((b) => templates.map((t) => [t, b] as const)))(
    'add no header to %s: %j',
    async (template, name) => {
      const mail = await onTheWire(template, draft(`Ada${name}`));
      const usual = await onTheWire(template, draft('Ada'));
      expect(mail.headers.map((h) => h.name)).toEqual(usual.headers.map((h) => h.name));
      expect(mail.header('To').match(/@acme\.example/g)).toHaveLength(1);
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    },
  );

  it.each([
    '"a@x.example"@y.example',
    'a@x.example,b@y.example',
    '<a@x.example>b@y.example',
    'a@x.example\r\nBcc: b@y.example',
    'a(b@y.example)@x.example',
    '',
  ])('refuses an address that is not surely one: %j', (email) =>
    expect(() => writeLetter('welcome', draft('Ada', { email }), config)).toThrow('not one address'),
  );

  it.each([
    ['{{7*7}}', '{{7*7}}'],
    ['{{url}} ${7*7} <%= 7 %>', '{{url}} ${7*7} &lt;%= 7 %&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    [`"' onmouseover='x`, '&quot;&#39; onmouseover=&#39;x'],
  ])('stay text in HTML: %j', (name, escaped) => {
    for (const template of templates) {
      const { html } = writeLetter(template, draft(name), config);
      expect(html).toContain(`<p>Hello ${escaped},</p>`);
      expect(html).not.toMatch(/<(?!\/?(html|head|meta|title|body|div|p|a|br|strong|code)\b|!doctype)/);
    }
  });

  it.each([
    'Acme https://evil.example/login',
    'www.evil.example',
    'call evil.example now',
    'mail boss@evil.example',
    'http:evil.example',
    'https://192.0.2.7/login',
    '192.0.2.7/login',
    'mailto:boss@evil.example',
    'javascript:evil',
    'evil。example',
    'evil．example',
    'evil｡example/login',
    'https：／／evil․example',
    'boss＠evil.example',
    '//evil.example',
  ])('do not become links: %j', (name) => {
    const { text, html, subject, to } = writeLetter('invitation', draft(name), config);
    const link =
      /evil[.․。．｡﹒](?=\S)example|[:：]\/?\/?evil|www\.evil|\/\/evil|／／evil|[@＠]evil|2\.7|mailto:b|javascript:e/u;
    for (const part of [text, html, subject, to.name]) expect(part).not.toMatch(link);
    for (const part of [subject, to.name]) expect(part.replaceAll('\u200b', '')).toContain(name);
    // For the eye nothing has changed.
    expect(text.replaceAll('\u200b', '')).toContain(`“${name}”`);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((m) => new URL(m[1]!).origin);
    expect(new Set(links)).toEqual(new Set(['https://portal.vendor.example']));
  });

  it('do not turn the direction of what follows', () => {
    const { text, subject } = writeLetter('invitation', draft('Acme\u202egnp\u2066'), config);
    expect(text + subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('do not make a subject endless', () => {
    expect(
      Array.from(writeLetter('request_registered', draft('x'.repeat(5_000)), config).subject).length,
    ).toBeLessThan(200);
  });
});

it('greets without a name when it knows none', () => {
  const { text, to } = writeLetter('activation', draft('', { language: 'de' }), config);
  expect(text).toMatch(/^Guten Tag,\n/);
  expect(to.name).toBe('');
});

it('takes no link that is not an absolute address', () => {
  const bad = { ...draft('Ada'), values: { url: { link: 'javascript:alert(1)' } } };
  expect(() => writeLetter('activation', bad, config)).toThrow('absolute address');
});
