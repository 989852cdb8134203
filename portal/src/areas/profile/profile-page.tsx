import { Text } from '@mantine/core';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { isStaff, useMe } from '../../shell/session/session.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { CompanyPart } from './company-part.js';
import { DetailsForm } from './details-form.js';
import { LanguagePart } from './language-part.js';
import { SafetyPart } from './safety-part.js';

export default function ProfilePage() {
  const t = useTexts('profile');
  const me = useMe();
  return (
    <Page title={t('title')} width="medium">
      <Panel title={t('details.title')}>
        <DetailsForm />
      </Panel>
      <Panel title={t('language.title')}>
        <LanguagePart />
      </Panel>
      {isStaff(me) ? (
        <Panel title={t('staff.title')}>
          <Text>{t(`staff.role.${me.role}`)}</Text>
        </Panel>
      ) : (
        <Panel title={t('company.title')}>
          <CompanyPart />
        </Panel>
      )}
      <Panel title={t('safety.title')}>
        <SafetyPart />
      </Panel>
    </Page>
  );
}
