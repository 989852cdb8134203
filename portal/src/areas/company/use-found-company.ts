import { useQueryClient } from '@tanstack/react-query';
import { checkCode } from '@tessera/license/activation-code';
import { useNavigate } from 'react-router';
import { api, ask, idempotent } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useForm } from '../../ui/form/use-form.js';
import type { KeyFile } from '../../ui/license/key-file-field.js';
import { showToast } from '../../ui/toasts.js';

export interface Founding extends Record<string, unknown> {
  companyName: string;
  country: string;
  proof: 'code' | 'keyFile' | 'none';
  activationCode: string;
  keyFile: KeyFile | null;
}

export function useFoundCompany(country: string) {
  const t = useTexts('company');
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<Founding>({
    initial: { companyName: '', country, proof: 'code', activationCode: '', keyFile: null },
    check: (values) => ({
      ...(values.companyName.trim() ? {} : { companyName: t('fault.name') }),
      ...(values.country ? {} : { country: t('fault.country') }),
      ...(values.proof === 'code' && !checkCode(values.activationCode).ok
        ? { activationCode: t('fault.code') }
        : {}),
      ...(values.proof === 'keyFile' && !values.keyFile ? { keyFile: t('fault.keyFile') } : {}),
    }),
    submit: async ({ companyName, country, proof, activationCode, keyFile }, key) => {
      const body = {
        companyName,
        country,
        ...(proof === 'code' ? { activationCode } : {}),
        ...(proof === 'keyFile' && keyFile ? { keyFile: keyFile.text } : {}),
      };
      const company = await ask(api.POST('/company', { params: { header: idempotent(key) }, body }));
      showToast({ tone: 'good', text: t('found.done', { company: company.name }) });
      // Everything that was read before was read without a company.
      await client.invalidateQueries();
      void navigate('/');
    },
  });
}
