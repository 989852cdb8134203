import { IconInbox, IconKeyboard } from '@tabler/icons-react';
import { useRef } from 'react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcutHelp } from '../../shell/keyboard/shortcuts.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { QueueFilters } from './queue-filters.js';
import { QueueTable } from './queue-table.js';
import { usePolling } from './use-polling.js';
import { useQueueFilters } from './use-queue-filters.js';
import { useQueueKeys } from './use-queue-keys.js';

export default function QueuePage() {
  const t = useTexts('staff-requests');
  const help = useShortcutHelp();
  const state = useQueueFilters();
  const rows = useRef<HTMLDivElement>(null);
  const list = useList({
    key: ['request', 'queue', state.filters],
    read: (cursor) => {
      const query = { ...state.filters, ...(cursor ? { cursor } : {}) };
      return ask(api.GET('/staff/requests', { params: { query } }));
    },
  });
  usePolling(list.refetch);
  useQueueKeys(rows);
  const keys = (
    <Button variant="default" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={help}>
      {t('queue.keys')}
    </Button>
  );
  return (
    <Page title={t('queue.title')} intro={t('queue.intro')} actions={keys}>
      <Panel>
        <QueueFilters state={state} />
        <div ref={rows} aria-busy={list.stale}>
          <QueryView
            query={list}
            isEmpty={(requests) => requests.length === 0}
            empty={<Empty icon={IconInbox} text={t('queue.none')} />}
          >
            {(requests) => (
              <>
                <QueueTable rows={requests} />
                <LoadMore list={list} />
              </>
            )}
          </QueryView>
        </div>
      </Panel>
    </Page>
  );
}
