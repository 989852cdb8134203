import { IconUsersGroup } from '@tabler/icons-react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useList } from '../../ui/use-list.js';
import { When } from '../../ui/when.js';
import { InviteForm } from './invite-form.js';

export default function PeoplePage() {
  const t = useTexts('staff-people');
  const list = useList({
    key: ['staff-user', 'list'],
    read: (cursor) => ask(api.GET('/staff/users', { params: { query: cursor ? { cursor } : {} } })),
  });
  return (
    <Page title={t('list.title')} intro={t('list.intro')}>
      <Panel title={t('invite.title')}>
        <InviteForm people={list.data ?? []} />
      </Panel>
      <Panel title={t('list.all')}>
        <QueryView
          query={list}
          isEmpty={(rows) => rows.length === 0}
          empty={<Empty icon={IconUsersGroup} text={t('list.none')} />}
        >
          {(rows) => (
            <>
              <DataTable
                label={t('list.all')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  {
                    id: 'name',
                    label: t('column.name'),
                    heading: true,
                    cell: (row) => `${row.firstName} ${row.lastName}`,
                  },
                  { id: 'email', label: t('field.email'), cell: (row) => row.email },
                  { id: 'role', label: t('field.role'), cell: (row) => t(`role.${row.role}`) },
                  {
                    id: 'state',
                    label: t('column.state'),
                    cell: (row) => (
                      <StatusBadge tone={row.activated ? 'good' : 'neutral'}>
                        {t(row.activated ? 'state.active' : 'state.invited')}
                      </StatusBadge>
                    ),
                  },
                  {
                    id: 'created',
                    label: t('column.since'),
                    cell: (row) => <When time={row.createdAt} as="date" />,
                  },
                ]}
              />
              <LoadMore list={list} />
            </>
          )}
        </QueryView>
      </Panel>
    </Page>
  );
}
