import {
  ConfigurationError,
  readEnvironment,
  serviceVariables,
  variable,
  type Environment,
} from '@tessera/platform';
import { InvalidProductKey, loadProductKey, type ProductKey } from './signing/index.js';

const variables = {
  ...serviceVariables,
  SIGNING_KEY: variable.text(),
  SIGNING_CERTIFICATE: variable.text(),
  ROOT_PUBLIC_KEY: variable.text(),
  CODE_LOOKUP_KEY: variable.secret(32),
  CERTIFICATE_DAYS: variable.integer({ fallback: 7, min: 1, max: 366 }),
  CHECK_HOURS: variable.integer({ fallback: 24, min: 1, max: 720 }),
  CODE_FAILURES_PER_ADDRESS: variable.integer({ fallback: 10, min: 1, max: 1_000_000 }),
  CODE_FAILURES_PER_ACCOUNT: variable.integer({ fallback: 5, min: 1, max: 1_000_000 }),
  KEY_FILE_MAILS_PER_RECIPIENT_HOUR: variable.integer({ fallback: 3, min: 1, max: 1_000_000 }),
  KEY_FILE_MAILS_HOUR: variable.integer({ fallback: 50, min: 1, max: 1_000_000 }),
  CATALOGUE_SECONDS: variable.integer({ fallback: 5, min: 0, max: 3_600 }),
};

/** @throws ConfigurationError with everything that is wrong, keys that do not belong together included */
export function readConfig(environment: Environment) {
  const read = readEnvironment(variables, environment);
  const rootPublicKeys = pem(read.ROOT_PUBLIC_KEY);
  return { ...read, rootPublicKeys, productKey: productKeyOf(read, rootPublicKeys) };
}

export type Config = ReturnType<typeof readConfig>;

function productKeyOf(
  read: { SIGNING_KEY: string; SIGNING_CERTIFICATE: string },
  rootPublicKeyPem: string,
): ProductKey {
  try {
    return loadProductKey({
      privateKeyPem: pem(read.SIGNING_KEY),
      certificateText: pem(read.SIGNING_CERTIFICATE),
      rootPublicKeyPem,
    });
  } catch (error) {
    if (!(error instanceof InvalidProductKey)) throw error;
    throw new ConfigurationError([
      `SIGNING_KEY, SIGNING_CERTIFICATE and ROOT_PUBLIC_KEY do not fit: ${error.message}`,
    ]);
  }
}

/** Some ways to set a variable keep no line breaks; there `\n` stands for one. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');
