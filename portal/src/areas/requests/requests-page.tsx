import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { hasCode } from '../../api/problem-error.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Empty } from '../../ui/empty.js';
import { LinkButton } from '../../ui/link-button.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { NumberSearch } from './number-search.js';
import { RequestFilters } from './request-filters.js';
import { RequestTable } from './request-table.js';
import { useFilters, type Filters } from './use-filters.js';
import classes from './requests.module.css';

export default function RequestsPage() {
  const t = useTexts('requests');
  const { filters, set, clear } = useFilters();
  return (
    <Page title={t('list.title')} intro={t('list.intro')}>
      <Panel>
        <div className={classes.filters} role="search">
          <RequestFilters filters={filters} set={set} />
          <NumberSearch
            key={filters.number}
            number={filters.number}
            search={(number) => set({ number })}
            clear={clear}
          />
        </div>
        {filters.number ? <Found number={filters.number} /> : <List filters={filters} />}
      </Panel>
    </Page>
  );
}

function List({ filters: { author, status } }: { filters: Filters }) {
  const t = useTexts('requests');
  const list = useList({
    key: ['request', 'list', author, status],
    read: (cursor) => {
      const query = { author, ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) };
      return ask(api.GET('/requests', { params: { query } }));
    },
  });
  const none = (
    <Empty icon={IconMessages} text={t(status ? 'list.noneOfStatus' : 'list.none')}>
      <LinkButton to="/requests/new">{t('create')}</LinkButton>
    </Empty>
  );
  return (
    <div aria-busy={list.stale}>
      <QueryView query={list} isEmpty={(rows) => rows.length === 0} empty={none}>
        {(rows) => (
          <>
            <RequestTable rows={rows} withAuthor={author === 'all'} />
            <LoadMore list={list} />
          </>
        )}
      </QueryView>
    </div>
  );
}

/** The one of a number (SUP-058); that there is none is an answer, no failure. */
function Found({ number }: { number: string }) {
  const t = useTexts('requests');
  const query = useQuery({
    queryKey: ['request', 'number', number],
    queryFn: () =>
      ask(api.GET('/requests/by-number/{number}', { params: { path: { number } } })).then(
        (request) => [request],
        (error: unknown) => {
          if (hasCode(error, 'NOT_FOUND')) return [];
          throw error;
        },
      ),
  });
  return (
    <div role="status">
      <QueryView
        query={query}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty icon={IconMessages} text={t('search.none', { number })} />}
      >
        {(rows) => <RequestTable rows={rows} withAuthor />}
      </QueryView>
    </div>
  );
}
