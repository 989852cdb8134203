import { checkCode } from '@tessera/license/activation-code';
import type { TFunction } from 'i18next';
import type { View } from '../../api/client.js';
import type { KeyFile } from '../../ui/license/key-file-field.js';

export interface Registration extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  companyName: string;
  email: string;
  country: string;
  proof: 'code' | 'keyFile' | 'none';
  activationCode: string;
  keyFile: KeyFile | null;
  acceptTerms: boolean;
  acceptPrivacy: boolean;
  surveyConsent: boolean;
}

export const emptyRegistration: Registration = {
  firstName: '',
  lastName: '',
  companyName: '',
  email: '',
  country: '',
  proof: 'code',
  activationCode: '',
  keyFile: null,
  acceptTerms: false,
  acceptPrivacy: false,
  surveyConsent: false,
};

type Faults = Partial<Record<keyof Registration & string, string>>;

/** What would surely be refused; the service has the last word. */
export function checkRegistration(values: Registration, t: TFunction): Faults {
  const faults: Faults = {};
  if (!values.firstName.trim()) faults.firstName = t('fault.needed');
  if (!values.lastName.trim()) faults.lastName = t('fault.needed');
  if (!values.email.trim()) faults.email = t('fault.email');
  if (!values.country) faults.country = t('fault.country');
  if (values.proof !== 'none' && !values.companyName.trim()) faults.companyName = t('fault.company');
  if (values.proof === 'code' && !checkCode(values.activationCode).ok)
    faults.activationCode = t('fault.code');
  if (values.proof === 'keyFile' && !values.keyFile) faults.keyFile = t('fault.keyFile');
  if (!values.acceptTerms) faults.acceptTerms = t('fault.consent');
  if (!values.acceptPrivacy) faults.acceptPrivacy = t('fault.consent');
  return faults;
}

export function registrationOf(values: Registration, language: string): View<'Register'> {
  const { proof, keyFile, activationCode, companyName } = values;
  return {
    firstName: values.firstName.trim(),
    lastName: values.lastName.trim(),
    email: values.email.trim(),
    country: values.country,
    ...(companyName.trim() && proof !== 'none' ? { companyName: companyName.trim() } : {}),
    ...(proof === 'code' ? { activationCode } : {}),
    ...(proof === 'keyFile' && keyFile ? { keyFile: keyFile.text } : {}),
    acceptTerms: true,
    acceptPrivacy: true,
    surveyConsent: values.surveyConsent,
    language,
  };
}
