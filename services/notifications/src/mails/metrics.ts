import { Counter, Gauge } from '@tessera/platform';

export const mailAttempts = new Counter({
  name: 'tessera_mail_tries_total',
  help: 'Tries to send a mail, by template and outcome (sent, postponed, dropped, failed).',
  labelNames: ['template', 'outcome'],
});
export const mailsInState = new Gauge({
  name: 'tessera_mails',
  help: 'Mails that wait (queued) and mails that were given up (failed).',
  labelNames: ['state'],
});
