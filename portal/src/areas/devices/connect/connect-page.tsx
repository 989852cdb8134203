import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Empty } from '../../../ui/empty.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { TextLink } from '../../../ui/text-link.js';
import { useMayManage } from '../use-may-manage.js';
import { CodeForm } from './code-form.js';
import { EnrollmentPanel } from './enrollment-panel.js';
import type { Enrollment } from './enrollment.js';
import { LiveCodes } from './live-codes.js';

/** A device joins by a one-time code: as text, as a link or as a QR code (DEV-001, DEV-003). */
export default function ConnectPage() {
  const t = useTexts('devices');
  const mayManage = useMayManage();
  const [enrollment, setEnrollment] = useState<Enrollment | null>(null);
  return (
    <Page title={t('connect.title')} intro={<TextLink to="/devices">{t('device.back')}</TextLink>}>
      {!mayManage ? (
        <Empty icon={IconLock} text={t('connect.notAllowed')} />
      ) : enrollment ? (
        <EnrollmentPanel key={enrollment.code} enrollment={enrollment} another={() => setEnrollment(null)} />
      ) : (
        <>
          <Panel>
            <CodeForm made={setEnrollment} />
          </Panel>
          <LiveCodes />
        </>
      )}
    </Page>
  );
}
