import { IconDevices, IconPlus } from '@tabler/icons-react';
import { api, ask } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../../shell/keyboard/shortcuts.js';
import { Empty } from '../../../ui/empty.js';
import { LinkButton } from '../../../ui/link-button.js';
import { LoadMore } from '../../../ui/load-more.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { QueryView } from '../../../ui/query-view.js';
import { useList } from '../../../ui/use-list.js';
import { useNavigate } from 'react-router';
import classes from '../devices.module.css';
import { useMayManage } from '../use-may-manage.js';
import { DeviceTable } from './device-table.js';
import { DeviceTiles } from './device-tiles.js';
import { FilterBar } from './filter-bar.js';
import { toQuery, useFilters } from './filters.js';
import { useView } from './view-switch.js';

/** Find a device, and see which one needs somebody (DEV-006 … DEV-008). */
export default function DevicesPage() {
  const t = useTexts('devices');
  const mayManage = useMayManage();
  const navigate = useNavigate();
  const [filters, change] = useFilters();
  const [view, setView] = useView();
  const list = useList({
    key: ['device', 'list', filters],
    read: (cursor) =>
      ask(api.GET('/devices', { params: { query: { ...toQuery(filters), ...(cursor ? { cursor } : {}) } } })),
  });
  useShortcuts(
    mayManage ? [{ keys: 'n', text: t('connect.title'), run: () => void navigate('/devices/connect') }] : [],
  );
  const narrowed = filters.search !== '' || filters.choice !== null;
  const connect = mayManage && (
    <LinkButton to="/devices/connect" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('connect.title')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} intro={t('list.intro')} actions={connect}>
      <FilterBar filters={filters} change={change} view={view} setView={setView} />
      <div role="status" className={classes.quiet}>
        {list.data &&
          (list.more
            ? t('list.first', { count: list.data.length })
            : t('list.count', { count: list.data.length }))}
      </div>
      <QueryView
        query={list}
        isEmpty={(devices) => devices.length === 0}
        empty={
          <Empty icon={IconDevices} text={narrowed ? t('list.nothing') : t('list.none')}>
            {!narrowed && mayManage && <div>{t('list.how')}</div>}
          </Empty>
        }
      >
        {(devices) => (
          <div aria-busy={list.stale}>
            {view === 'tiles' ? (
              <DeviceTiles devices={devices} />
            ) : (
              <Panel>
                <DeviceTable devices={devices} />
              </Panel>
            )}
            <LoadMore list={list} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
