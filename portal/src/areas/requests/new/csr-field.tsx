import { Text } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { FileDrop } from '../../../ui/file-drop.js';
import type { NewRequest } from './use-new-request.js';
import classes from '../requests.module.css';

/** As SUP-084: a request for a certificate, at most 5 KB; whether it is signed rightly, the service finds out. */
const MAX_CSR_BYTES = 5 * 1024;

export function CsrField({ form }: { form: NewRequest['form'] }) {
  const t = useTexts('requests');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const take = async ([file]: File[]) => {
    const right = file!.name.toLowerCase().endsWith('.csr') && file!.size > 0 && file!.size <= MAX_CSR_BYTES;
    setWrong(!right);
    setName(right ? file!.name : '');
    form.set({ csr: right ? await file!.text() : '' });
  };
  return (
    <div>
      <FileDrop
        label={t('csr.drop')}
        button={t('csr.choose')}
        accept=".csr"
        onFiles={(files) => void take(files)}
      />
      <Text size="sm" mt="xs" role="status" className={classes.file!}>
        {name && <IconFileCertificate size={16} aria-hidden />}
        {name ? t('csr.chosen', { name }) : t('csr.hint')}
      </Text>
      <p className={classes.fault} role="alert">
        {wrong ? t('csr.wrong') : form.faults.csr}
      </p>
    </div>
  );
}
