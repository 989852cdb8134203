import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { Navigate } from 'react-router';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Actions } from '../../ui/actions.js';
import { Button } from '../../ui/button.js';
import { CountrySelect } from '../../ui/country-select.js';
import { Form } from '../../ui/form/form.js';
import { CodeField } from '../../ui/license/code-field.js';
import { KeyFileField } from '../../ui/license/key-file-field.js';
import { LinkButton } from '../../ui/link-button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { useFoundCompany, type Founding } from './use-found-company.js';

/** For who has an account and no company: with a license, or without one for now (IDC-021). */
export default function FoundCompanyPage() {
  const t = useTexts('company');
  const me = useMe();
  if (me.company) return <Navigate replace to="/" />;
  return (
    <Page title={t('found.title')} intro={t('found.intro')} width="medium">
      <Panel>
        <FoundForm country={me.country ?? ''} />
      </Panel>
    </Page>
  );
}

function FoundForm({ country }: { country: string }) {
  const t = useTexts('company');
  const form = useFoundCompany(country);
  const { proof, activationCode, keyFile } = form.values;
  return (
    <Form form={form}>
      <TextInput
        label={t('field.name')}
        description={t('field.nameHint')}
        autoComplete="organization"
        maxLength={200}
        dir="auto"
        {...form.field('companyName')}
      />
      <CountrySelect label={t('field.country')} {...form.field('country')} />
      <Radio.Group
        label={t('proof.label')}
        value={proof}
        onChange={(value) => form.set({ proof: value as Founding['proof'] })}
      >
        <Stack gap="xs" mt="xs">
          {(['code', 'keyFile', 'none'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`proof.${value}`)} />
          ))}
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
      {proof === 'keyFile' && <KeyFileField value={keyFile} onFile={(file) => form.set({ keyFile: file })} />}
      {proof === 'keyFile' && form.faults.keyFile && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {form.faults.keyFile}
        </Text>
      )}
      <Actions>
        <Button type="submit" busy={form.busy}>
          {t('found.submit')}
        </Button>
        <LinkButton to="/" variant="default">
          {t('found.leave')}
        </LinkButton>
      </Actions>
    </Form>
  );
}
