import { SegmentedControl } from '@mantine/core';
import { IconBell, IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useFailure } from '../../ui/use-failure.js';
import { useList } from '../../ui/use-list.js';
import { NotificationItem } from './notification-item.js';
import classes from './notifications.module.css';
import { useReading } from './use-reading.js';

/** Unread ones come first to mind, so they are what is shown unless all are asked for. */
export default function NotificationsPage() {
  const t = useTexts('notifications');
  const tell = useFailure();
  const [all, setAll] = useState(false);
  const { read, readAll, busy } = useReading();
  const list = useList({
    key: ['notification', 'list', { all }],
    read: (cursor) =>
      ask(
        api.GET('/notifications', {
          params: { query: { ...(all ? {} : { unread: true }), ...(cursor ? { cursor } : {}) } },
        }),
      ),
  });
  const unread = list.data?.some((item) => item.readAt === null) ?? false;
  return (
    <Page
      title={t('title')}
      width="medium"
      actions={
        unread && (
          <Button
            variant="default"
            busy={busy}
            leftSection={<IconChecks size={18} aria-hidden />}
            onClick={() => void readAll().catch(tell)}
          >
            {t('readAll')}
          </Button>
        )
      }
    >
      <div>
        <SegmentedControl
          aria-label={t('show.label')}
          value={all ? 'all' : 'unread'}
          onChange={(value) => setAll(value === 'all')}
          data={[
            { value: 'unread', label: t('show.unread') },
            { value: 'all', label: t('show.all') },
          ]}
        />
      </div>
      <Panel>
        <QueryView
          query={list}
          isEmpty={(items) => items.length === 0}
          empty={<Empty icon={IconBell} text={all ? t('none') : t('noneUnread')} />}
        >
          {(items) => (
            <>
              <ul className={classes.list} aria-label={t('title')} aria-busy={list.stale}>
                {items.map((item) => (
                  <NotificationItem key={item.id} item={item} read={() => void read(item.id).catch(tell)} />
                ))}
              </ul>
              <LoadMore list={list} />
            </>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}
