import { useTexts } from '../../shell/i18n/use-texts.js';
import { isConfined, useMe } from '../../shell/session/session.js';
import { Page } from '../../ui/page.js';
import { Attention } from './attention.js';
import { DeviceOnly } from './device-only.js';
import { FirstSteps } from './first-steps.js';
import { Ways } from './ways.js';
import { WithoutCompany } from './without-company.js';
import { subjects } from './concern.js';

export default function HomePage() {
  const t = useTexts('home');
  const me = useMe();
  return (
    <Page title={t('title')} intro={t('hello', { name: me.firstName })}>
      {isConfined(me) ? (
        <DeviceOnly />
      ) : me.company ? (
        <>
          <FirstSteps />
          <Ways />
          <Attention of={subjects} />
        </>
      ) : (
        <>
          <WithoutCompany />
          <Attention of={['unread']} />
        </>
      )}
    </Page>
  );
}
