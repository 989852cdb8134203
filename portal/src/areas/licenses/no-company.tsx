import { IconBuilding } from '@tabler/icons-react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Empty } from '../../ui/empty.js';
import { LinkButton } from '../../ui/link-button.js';
import { Panel } from '../../ui/panel.js';

/** Licenses belong to companies; somebody without one is told how to come into one. */
export function NoCompany() {
  const t = useTexts('licenses');
  const { email } = useMe();
  return (
    <Panel>
      <Empty icon={IconBuilding} text={t('noCompany', { email })}>
        <LinkButton to="/company/new">{t('toFound')}</LinkButton>
      </Empty>
    </Panel>
  );
}
