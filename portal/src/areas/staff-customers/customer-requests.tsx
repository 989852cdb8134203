import { IconInbox } from '@tabler/icons-react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { TextLink } from '../../ui/text-link.js';
import { useList } from '../../ui/use-list.js';
import { When } from '../../ui/when.js';
import { RequestStatus } from './request-status.js';
import classes from './staff-customers.module.css';

/** The newest first, open or not: what was solved before often answers what is asked now. */
export function CustomerRequests({ companyId }: { companyId: string }) {
  const t = useTexts('staff-customers');
  const list = useList({
    key: ['request', 'of-company', companyId],
    read: (cursor) =>
      ask(api.GET('/staff/requests', { params: { query: { companyId, ...(cursor ? { cursor } : {}) } } })),
  });
  return (
    <Panel title={t('requests.title')}>
      <QueryView
        query={list}
        isEmpty={(requests) => requests.length === 0}
        empty={<Empty icon={IconInbox} text={t('requests.none')} />}
      >
        {(requests) => (
          <>
            <DataTable
              label={t('requests.title')}
              rows={requests}
              rowKey={(request) => request.id}
              columns={[
                {
                  id: 'subject',
                  label: t('requests.subject'),
                  heading: true,
                  cell: ({ id, subject, number }) => (
                    <span className={classes.stacked}>
                      <TextLink to={`/staff/requests/${id}`}>
                        <bdi>{subject}</bdi>
                      </TextLink>
                      <bdi className={classes.small}>{number}</bdi>
                    </span>
                  ),
                },
                {
                  id: 'status',
                  label: t('field.status'),
                  cell: ({ status }) => <RequestStatus status={status} />,
                },
                { id: 'author', label: t('requests.author'), cell: ({ author }) => <bdi>{author.name}</bdi> },
                {
                  id: 'assignee',
                  label: t('requests.assignee'),
                  cell: ({ assignee }) => assignee?.name ?? t('field.nobody'),
                },
                {
                  id: 'created',
                  label: t('requests.created'),
                  cell: ({ createdAt }) => <When time={createdAt} as="relative" />,
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
