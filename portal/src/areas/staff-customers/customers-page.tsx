import { IconBuilding } from '@tabler/icons-react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { CustomerFilterBar } from './customer-filter-bar.js';
import { CustomerTable } from './customer-table.js';
import classes from './staff-customers.module.css';
import { toQuery, useCustomerFilters } from './use-customer-filters.js';

/** Find a customer by what one knows: a part of the name, or the address of somebody there. */
export default function CustomersPage() {
  const t = useTexts('staff-customers');
  const [filters, change] = useCustomerFilters();
  const query = toQuery(filters);
  const list = useList({
    key: ['staff-company', 'list', query],
    read: (cursor) =>
      ask(api.GET('/staff/companies', { params: { query: { ...query, ...(cursor ? { cursor } : {}) } } })),
  });
  const narrowed = Object.keys(query).length > 0;
  return (
    <Page title={t('list.title')} intro={t('list.intro')}>
      <Panel>
        <CustomerFilterBar filters={filters} change={change} />
        <div role="status" className={classes.quiet}>
          {list.data &&
            !list.stale &&
            t(list.more ? 'list.first' : 'list.count', { count: list.data.length })}
        </div>
        <div aria-busy={list.stale}>
          <QueryView
            query={list}
            isEmpty={(customers) => customers.length === 0}
            empty={<Empty icon={IconBuilding} text={t(narrowed ? 'list.nothing' : 'list.none')} />}
          >
            {(customers) => (
              <>
                <CustomerTable customers={customers} />
                <LoadMore list={list} />
              </>
            )}
          </QueryView>
        </div>
      </Panel>
    </Page>
  );
}
