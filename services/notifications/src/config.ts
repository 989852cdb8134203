import { isEmail } from '@tessera/contracts';
import {
  accentColors,
  readEnvironment,
  serviceVariables,
  variable,
  type Environment,
} from '@tessera/platform';

export interface Mailbox {
  name: string;
  address: string;
}

/** `Name <address>` or an address alone, whose name is then its domain. */
const mailbox = (value: string | undefined): Mailbox => {
  if (value === undefined) throw new Error('is missing');
  const named = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>\s]+)>\s*$/.exec(value);
  const address = (named?.[2] ?? value).trim();
  if (!isEmail(address)) throw new Error('must be an address, or Name <address>');
  return { name: named?.[1] || address.slice(address.indexOf('@') + 1), address };
};

export const readConfig = (environment: Environment) =>
  readEnvironment(
    {
      ...serviceVariables,
      SMTP_URL: variable.url(['smtp', 'smtps']),
      MAIL_FROM: mailbox,
      MAIL_REPLY_TO: (value: string | undefined) => (value === undefined ? null : mailbox(value)),
      /** As the gateway's: what customers know the vendor by; without it, the sender's name. */
      BRAND_NAME: variable.optional(),
      /** Made dark enough for white text once, and not for each mail. */
      BRAND_ACCENT: (value: string | undefined) => accentColors(variable.color('#0b6878')(value)).shades[8]!,
      PUBLIC_URL: variable.url(['http', 'https']),
      MAIL_PARALLEL: variable.integer({ fallback: 5, min: 1, max: 50 }),
      MAIL_ATTEMPTS: variable.integer({ fallback: 12, min: 1, max: 100 }),
      MAIL_RETRY_MS: variable.integer({ fallback: 5_000, min: 1, max: 3_600_000 }),
      MAIL_BUNDLE_MS: variable.integer({ fallback: 2_000, min: 0, max: 600_000 }),
      MAIL_KEEP_DAYS: variable.integer({ fallback: 30, min: 1, max: 3_650 }),
      NOTIFICATION_KEEP_DAYS: variable.integer({ fallback: 365, min: 1, max: 3_650 }),
    },
    environment,
  );
export type Config = ReturnType<typeof readConfig>;
