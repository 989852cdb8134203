import { readConfig } from './config.js';

const good = {
  DATABASE_URL: 'postgres://localhost/x',
  DATA_KEY: `k:${Buffer.alloc(32).toString('base64')}`,
  SMTP_URL: 'smtp://localhost:25',
  MAIL_FROM: 'no-reply@vendor.example',
  PUBLIC_URL: 'https://portal.vendor.example/',
};

it.each([
  ['no-reply@vendor.example', { name: 'vendor.example', address: 'no-reply@vendor.example' }],
  [
    'Northwind Security <no-reply@vendor.example>',
    { name: 'Northwind Security', address: 'no-reply@vendor.example' },
  ],
  [
    '"Northwind, Inc." <no-reply@vendor.example>',
    { name: 'Northwind, Inc.', address: 'no-reply@vendor.example' },
  ],
])('reads the sender %s', (MAIL_FROM, mailbox) => {
  expect(readConfig({ ...good, MAIL_FROM }).MAIL_FROM).toEqual(mailbox);
});

it('reports all wrong variables at once', () => {
  const wrong = {
    ...good,
    SMTP_URL: 'http://x',
    MAIL_FROM: 'a, b',
    PUBLIC_URL: undefined,
    MAIL_ATTEMPTS: '0',
  };
  expect(() => readConfig(wrong)).toThrow(/SMTP_URL[^]*MAIL_FROM[^]*PUBLIC_URL[^]*MAIL_ATTEMPTS/);
});
