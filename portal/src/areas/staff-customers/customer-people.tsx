import { IconUsers } from '@tabler/icons-react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { When } from '../../ui/when.js';

export function CustomerPeople({ companyId: id }: { companyId: string }) {
  const t = useTexts('staff-customers');
  const list = useList({
    key: ['staff-company', id, 'people'],
    read: (cursor) =>
      ask(
        api.GET('/staff/companies/{id}/users', { params: { path: { id }, query: cursor ? { cursor } : {} } }),
      ),
  });
  return (
    <Panel title={t('people.title')}>
      <QueryView
        query={list}
        isEmpty={(people) => people.length === 0}
        empty={<Empty icon={IconUsers} text={t('people.none')} />}
      >
        {(people) => (
          <>
            <DataTable
              label={t('people.title')}
              rows={people}
              rowKey={(person) => person.id}
              columns={[
                {
                  id: 'name',
                  label: t('people.name'),
                  heading: true,
                  cell: ({ name }) => <bdi>{name}</bdi>,
                },
                { id: 'email', label: t('people.email'), cell: ({ email }) => <bdi>{email}</bdi> },
                { id: 'role', label: t('people.role'), cell: ({ role }) => t(`role.${role}`) },
                {
                  id: 'since',
                  label: t('people.since'),
                  cell: ({ joinedAt }) => <When time={joinedAt} as="date" />,
                },
              ]}
            />
            <LoadMore list={list} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}
