import type { FailureLimit } from '@tessera/platform';
import type { Config } from '../config.js';

export const CODE_PURPOSE = 'registration-code';
export const KEY_FILE_PURPOSE = 'registration-key-file';

/** What somebody wrote into the form; it becomes an account when the mailed link is used. */
export interface Registration {
  id: string;
  email: string;
  emailKey: string;
  firstName: string;
  lastName: string;
  companyName: string | null;
  country: string;
  language: string;
  surveyConsent: boolean;
  codeSealed: Buffer | null;
  keyFileSealed: Buffer | null;
  addressKey: Buffer;
  createdAt: Date;
}

export const REGISTRATION_COLUMNS = `id, email, email_key as "emailKey", first_name as "firstName",
  last_name as "lastName", company_name as "companyName", country, language, survey_consent as "surveyConsent",
  code_sealed as "codeSealed", key_file_sealed as "keyFileSealed", address_key as "addressKey",
  created_at as "createdAt"`;

/** By client address; one that is activated later counts no more. */
export const registrationLimit = (config: Config): FailureLimit => ({
  seconds: 3600,
  failures: config.REGISTRATIONS_PER_ADDRESS_HOUR,
});
