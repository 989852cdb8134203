import { Alert, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form/form.js';
import { CodeField } from '../../ui/license/code-field.js';
import { KeyFileField } from '../../ui/license/key-file-field.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { NoCompany } from './no-company.js';
import { Refused } from './refused.js';
import { useAddForm, type Shown } from './use-add-form.js';

export default function AddLicensePage() {
  const t = useTexts('licenses');
  const me = useMe();
  return (
    <Page title={t('add.title')} intro={t('add.intro')} width="medium">
      {!me.company && <NoCompany />}
      {me.company && !me.rights.includes('licenses.manage') && (
        <Alert variant="default" icon={<IconAlertTriangle aria-hidden />}>
          {t('add.noRight')}
        </Alert>
      )}
      {me.rights.includes('licenses.manage') && <AddForm />}
    </Page>
  );
}

function AddForm() {
  const t = useTexts('licenses');
  const { form, refused, change } = useAddForm();
  const { by, activationCode, keyFile } = form.values;
  return (
    <Panel>
      <Form form={form}>
        {refused && <Refused code={refused} />}
        <Radio.Group
          label={t('add.by')}
          value={by}
          onChange={(value) => change({ by: value as Shown['by'] })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="code" label={t('add.byCode')} />
            <Radio value="keyFile" label={t('add.byKeyFile')} />
          </Stack>
        </Radio.Group>
        {by === 'code' ? (
          <CodeField
            name="activationCode"
            value={activationCode}
            error={form.faults.activationCode}
            onCode={(code) => change({ activationCode: code })}
          />
        ) : (
          <KeyFileField value={keyFile} onFile={(file) => change({ keyFile: file })} />
        )}
        {by === 'keyFile' && form.faults.keyFile && (
          <Text role="alert" size="sm" c="var(--mantine-color-error)">
            {form.faults.keyFile}
          </Text>
        )}
        <div>
          <Button type="submit" busy={form.busy}>
            {t('add.submit')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
