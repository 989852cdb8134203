import { Radio, Stack, Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import type { useForm } from '../../ui/form/use-form.js';
import { CodeField } from '../../ui/license/code-field.js';
import { KeyFileField } from '../../ui/license/key-file-field.js';
import type { Registration } from './registration.js';

/** The license that one registers with: a code, or a key file, or none for an account alone. */
export function RegistrationProof({ form }: { form: ReturnType<typeof useForm<Registration>> }) {
  const t = useTexts('auth');
  const { proof, activationCode, keyFile } = form.values;
  return (
    <Stack>
      <Radio.Group
        label={t('proof.label')}
        value={proof}
        onChange={(value) => form.set({ proof: value as Registration['proof'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="code" label={t('proof.code')} />
          <Radio value="keyFile" label={t('proof.keyFile')} />
          <Radio value="none" label={t('proof.none')} />
        </Stack>
      </Radio.Group>
      {proof === 'code' && (
        <CodeField
          name="activationCode"
          value={activationCode}
          error={form.faults.activationCode}
          onCode={(code) => form.set({ activationCode: code })}
        />
      )}
      {proof === 'keyFile' && (
        <>
          <KeyFileField value={keyFile} onFile={(file) => form.set({ keyFile: file })} />
          {form.faults.keyFile && (
            <Text role="alert" size="sm" c="var(--mantine-color-error)">
              {form.faults.keyFile}
            </Text>
          )}
        </>
      )}
      {proof === 'none' && <Text c="dimmed">{t('proof.noneText')}</Text>}
    </Stack>
  );
}
