import { join } from 'node:path';
import { smtpUrl } from '../world/maildev.mjs';
import { natsUrl } from '../world/nats.mjs';
import { readDemo } from './8-seed.mjs';

/** From spec/api.md, for a seed that tells nothing else. */
const ordinary = {
  password: 'Demo-2026!pass',
  accounts: [
    { email: 'admin@vendor.example', who: 'platform-admin' },
    { email: 'licenses@vendor.example', who: 'license-admin' },
    { email: 'agent@vendor.example', who: 'support-agent' },
    { email: 'owner@acme.example', who: 'owner of Acme' },
    { email: 'user@acme.example', who: 'member of Acme' },
    { email: 'owner@globex.example', who: 'owner of another company' },
  ],
};

/** What runs where, who may sign in, what to try. @param {import('../world/record.mjs').Runtime} runtime @returns {string} */
export function table({ urls, paths, ports, supervisor }) {
  const demo = readDemo(paths.home);
  const { accounts, password } = { ...ordinary, ...demo };
  // A session belongs to one name of the machine: what the demo was made at is not where people open it.
  const atOneName = (/** @type {string} */ text) =>
    text
      .replaceAll(`http://127.0.0.1:${ports.gateway}`, urls.gateway)
      .replaceAll(`http://127.0.0.1:${ports.mailWeb}`, urls.mail);
  const tries = demo?.tips ?? tips(urls, accounts[0].email, password);
  return ruled([
    [
      'What runs where',
      [
        ['Portal and API', urls.gateway],
        ['Root public key', `${urls.gateway}/api/v1/root-key`],
        ['Mail catcher', urls.mail],
        ['Postgres', urls.postgres],
        ['NATS', urls.nats],
        ['Data and logs', paths.home],
        ['Stop', `Ctrl-C here (process ${supervisor.pid}); npm run reset then deletes all data`],
      ],
    ],
    ...(demo
      ? [
          /** @type {Section} */ ([
            `Sign in with the password ${password}`,
            accounts.map(({ email, who }) => [email, who]),
          ]),
        ]
      : []),
    ['Try', tries.map((tip, index) => [`${index + 1}.`, atOneName(tip)])],
  ]);
}

/** @param {Record<string, string>} urls @param {string} email @param {string} password */
function tips({ gateway, mail }, email, password) {
  return [
    `curl ${gateway}/readyz`,
    `curl -H 'content-type: application/json' -d '{"email":"${email}","password":"${password}"}' ${gateway}/api/v1/auth/sign-in`,
    `open ${mail} and read every mail the system has sent`,
  ];
}

/** @typedef {[title: string, rows: string[][]]} Section */

/** Rules above and below, none at the sides: a narrow terminal wraps long lines without breaking a frame. @param {Section[]} sections */
function ruled(sections) {
  const width = Math.min(process.stdout.columns ?? 100, 100);
  const body = sections.flatMap(([title, rows]) => {
    const left = Math.max(...rows.map(([name]) => name.length));
    return [
      `── ${title} `.padEnd(width, '─'),
      ...rows.map(([name, value]) => `  ${name.padEnd(left)}  ${value}`),
    ];
  });
  return [...body, '─'.repeat(width)].join('\n');
}

/** @param {import('./settings.mjs').Settings} settings */
export function factsOf(settings) {
  const { ports, home } = settings;
  return {
    ports: { ...ports },
    urls: {
      gateway: settings.publicUrl,
      mail: settings.smtpUrl ? withoutSecrets(settings.smtpUrl) : `http://localhost:${ports.mailWeb}`,
      smtp: settings.smtpUrl ? withoutSecrets(settings.smtpUrl) : smtpUrl(ports.mailSmtp),
      postgres: settings.listening.postgres ? `127.0.0.1:${ports.postgres}` : 'yours (DATABASE_URL_*)',
      nats: settings.natsUrl ? withoutSecrets(settings.natsUrl) : natsUrl(ports.nats),
    },
    paths: { home, logs: join(home, 'logs'), secrets: join(home, 'secrets.json') },
  };
}

/** @param {string} url */
function withoutSecrets(url) {
  return url.replace(/\/\/[^/@]*@/, '//');
}
