import { useQuery } from '@tanstack/react-query';
import { Alert } from '@mantine/core';
import { IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { TextLink } from '../../ui/text-link.js';
import { Applications } from './applications.js';
import { KeyFiles } from './key-files.js';
import { LicenseFacts } from './license-facts.js';
import { licenseQuery, type License } from './license-queries.js';
import classes from './licenses.module.css';
import { RemoveLicense } from './remove-license.js';
import { Seats } from './seats.js';

/** Everything about one license (LIC-064), which also is its print view. */
export default function LicensePage() {
  const t = useTexts('licenses');
  const { id = '' } = useParams();
  const query = useQuery(licenseQuery(id));
  const mayManage = useMe().rights.includes('licenses.manage');
  const license = query.data;
  return (
    <Page
      title={license?.product.name ?? t('one.title')}
      intro={
        <TextLink to="/licenses" data-print="no">
          {t('one.back')}
        </TextLink>
      }
      actions={
        license && (
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('one.print')}
            </Button>
            {mayManage && <RemoveLicense license={license} />}
          </>
        )
      }
    >
      <QueryView query={query}>
        {(found) => (
          <>
            <Panel title={t('one.title')}>
              <StatusNote license={found} />
              <LicenseFacts license={found} mayManage={mayManage} />
            </Panel>
            {found.keyFiles.length > 0 && <KeyFiles license={found} />}
            <Seats license={found} mayManage={mayManage} />
            <Applications license={found} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** What a state means and what to do about it; nothing where all is well. */
function StatusNote({ license: { status } }: { license: License }) {
  const t = useTexts('licenses');
  if (status === 'active') return null;
  return (
    <Alert
      className={classes.note}
      variant="default"
      color={status === 'not_activated' || status === 'under_verification' ? 'brand' : 'red'}
      icon={<IconInfoCircle aria-hidden />}
    >
      {t(`note.${status}`)}{' '}
      {status === 'blocked' && <TextLink to="/requests/new">{t('refused.toSupport')}</TextLink>}
    </Alert>
  );
}
