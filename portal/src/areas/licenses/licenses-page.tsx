import { IconArrowDown, IconArrowUp, IconCertificate, IconPlus } from '@tabler/icons-react';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { LinkButton } from '../../ui/link-button.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { licenseList } from './license-queries.js';
import { LicenseTable } from './license-table.js';
import classes from './licenses.module.css';
import { NoCompany } from './no-company.js';
import { StatusFilter } from './status-filter.js';
import { useFilters } from './use-filters.js';

export default function LicensesPage() {
  const t = useTexts('licenses');
  const me = useMe();
  const mayAdd = me.rights.includes('licenses.manage');
  return (
    <Page
      title={t('list.title')}
      actions={
        mayAdd && (
          <LinkButton to="/licenses/add" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('add.title')}
          </LinkButton>
        )
      }
    >
      {me.company ? <CompanyLicenses mayAdd={mayAdd} /> : <NoCompany />}
    </Page>
  );
}

function CompanyLicenses({ mayAdd }: { mayAdd: boolean }) {
  const t = useTexts('licenses');
  const [{ status, sort }, change] = useFilters();
  const list = useList(licenseList({ status, sort }));
  const Arrow = sort === 'expiresAt' ? IconArrowUp : IconArrowDown;
  return (
    <>
      <div className={classes.bar} data-print="no">
        <StatusFilter chosen={status} choose={(chosen) => change({ status: chosen })} />
        <Button
          variant="default"
          leftSection={<Arrow size={18} aria-hidden />}
          onClick={() => change({ sort: sort === 'expiresAt' ? '-expiresAt' : 'expiresAt' })}
        >
          {t(`sort.${sort === 'expiresAt' ? 'first' : 'last'}`)}
        </Button>
      </div>
      <Panel>
        <QueryView
          query={list}
          isEmpty={(licenses) => licenses.length === 0}
          empty={<Nothing all={status === 'all'} mayAdd={mayAdd} showAll={() => change({ status: 'all' })} />}
        >
          {(licenses) => (
            <div className={list.stale ? classes.stale : undefined} aria-busy={list.stale}>
              <LicenseTable licenses={licenses} />
              <LoadMore list={list} />
            </div>
          )}
        </QueryView>
      </Panel>
    </>
  );
}

interface NothingProps {
  /** Whether it is all licenses that are none, or those of one state. */
  all: boolean;
  mayAdd: boolean;
  showAll: () => void;
}

function Nothing({ all, mayAdd, showAll }: NothingProps) {
  const t = useTexts('licenses');
  if (!all) {
    return (
      <Empty icon={IconCertificate} text={t('list.noneOfStatus')}>
        <Button variant="default" onClick={showAll}>
          {t('list.showAll')}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty icon={IconCertificate} text={mayAdd ? t('list.none') : t('list.noneToSee')}>
      {mayAdd && <LinkButton to="/licenses/add">{t('add.title')}</LinkButton>}
    </Empty>
  );
}
