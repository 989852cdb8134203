import { useQueryClient } from '@tanstack/react-query';
import { checkCode } from '@tessera/license/activation-code';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask, idempotent } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { hasCode } from '../../api/problem-error.js';
import { useForm } from '../../ui/form/use-form.js';
import type { KeyFile } from '../../ui/license/key-file-field.js';
import { showToast } from '../../ui/toasts.js';
import { licenseQuery } from './license-queries.js';
import { refusals, type Refusal } from './refused.js';

/** What somebody shows to have a license added. */
export interface Shown extends Record<string, unknown> {
  by: 'code' | 'keyFile';
  activationCode: string;
  keyFile: KeyFile | null;
}

const nothing: Shown = { by: 'code', activationCode: '', keyFile: null };

export function useAddForm() {
  const t = useTexts('licenses');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const form = useForm({
    initial: nothing,
    check: ({ by, activationCode, keyFile }) => ({
      ...(by === 'code' && !checkCode(activationCode).ok ? { activationCode: t('fault.code') } : {}),
      ...(by === 'keyFile' && !keyFile ? { keyFile: t('fault.keyFile') } : {}),
    }),
    submit: async ({ by, activationCode, keyFile }, key) => {
      setRefused(null);
      const body = by === 'code' ? { activationCode } : { keyFile: keyFile!.text };
      try {
        const license = await ask(api.POST('/licenses', { params: { header: idempotent(key) }, body }));
        client.setQueryData(licenseQuery(license.id).queryKey, license);
        void client.invalidateQueries({ queryKey: ['license'] });
        showToast({ tone: 'good', text: t('add.done', { product: license.product.name }) });
        void navigate(`/licenses/${license.id}`);
      } catch (error) {
        if (!hasCode(error, ...refusals)) throw error;
        setRefused(error.code as Refusal);
      }
    },
  });
  const change = (changes: Partial<Shown>) => {
    setRefused(null);
    form.set(changes);
  };
  return { form, refused, change };
}
