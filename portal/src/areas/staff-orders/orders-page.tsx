import { IconPlus, IconShoppingCart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, ask } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { LinkButton } from '../../ui/link-button.js';
import { LoadMore } from '../../ui/load-more.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { TextLink } from '../../ui/text-link.js';
import { useList } from '../../ui/use-list.js';
import { When } from '../../ui/when.js';
import { unsavedOrder } from './unsaved-order.js';

export default function OrdersPage() {
  const t = useTexts('staff-orders');
  const format = useFormat();
  const unsaved = unsavedOrder(useMe().id);
  const navigate = useNavigate();
  const products = useQuery({ queryKey: ['product'], queryFn: () => ask(api.GET('/products')) });
  const nameOf = (id: string) => products.data?.items.find((product) => product.id === id)?.name ?? '…';
  const list = useList({
    key: ['order'],
    read: (cursor) => ask(api.GET('/staff/orders', { params: { query: cursor ? { cursor } : {} } })),
  });
  useShortcuts([{ keys: 'n', text: t('list.create'), run: () => void navigate('/staff/orders/new') }]);
  const create = (
    <LinkButton to="/staff/orders/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('list.create')}
    </LinkButton>
  );
  return (
    <Page title={t('list.title')} actions={create}>
      {unsaved && (
        <Notice role="status" tone="warn" title={t('list.unsaved', { order: unsaved.orderNumber })}>
          <TextLink to="/staff/orders/new">{t('list.showCodes')}</TextLink>
        </Notice>
      )}
      <Panel>
        <QueryView
          query={list}
          isEmpty={(rows) => rows.length === 0}
          empty={<Empty icon={IconShoppingCart} text={t('list.none')} />}
        >
          {(rows) => (
            <>
              <DataTable
                label={t('list.title')}
                rows={rows}
                rowKey={(row) => row.id}
                columns={[
                  { id: 'number', label: t('column.number'), heading: true, cell: (row) => row.orderNumber },
                  { id: 'company', label: t('field.company'), cell: (row) => <bdi>{row.companyName}</bdi> },
                  { id: 'product', label: t('field.product'), cell: (row) => nameOf(row.productId) },
                  { id: 'kind', label: t('field.kind'), cell: (row) => t(`kind.${row.kind}`) },
                  {
                    id: 'seats',
                    label: t('field.seats'),
                    align: 'end',
                    cell: (row) => format.number(row.seats),
                  },
                  {
                    id: 'codes',
                    label: t('field.quantity'),
                    align: 'end',
                    cell: (row) => format.number(row.quantity),
                  },
                  {
                    id: 'starts',
                    label: t('column.starts'),
                    cell: (row) => <When time={row.startsAt} as="date" />,
                  },
                  {
                    id: 'expires',
                    label: t('column.expires'),
                    cell: (row) => <When time={row.expiresAt} as="date" />,
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
