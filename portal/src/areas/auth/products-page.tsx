import { useQuery } from '@tanstack/react-query';
import { IconPackages } from '@tabler/icons-react';
import { api, ask, type View } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';

type Product = View<'CatalogueProduct'>;

/** The vendor's products, by group. */
export default function ProductsPage() {
  const t = useTexts('auth');
  const query = useQuery({ queryKey: ['product'], queryFn: () => ask(api.GET('/products')) });
  return (
    <Page title={t('products.title')} intro={t('products.intro')}>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty icon={IconPackages} text={t('products.none')} />}
      >
        {({ items }) =>
          groupsOf(items).map(([group, products]) => (
            <Panel key={group} title={group}>
              <ProductTable group={group} products={products} />
            </Panel>
          ))
        }
      </QueryView>
    </Page>
  );
}

function ProductTable({ group, products }: { group: string; products: Product[] }) {
  const t = useTexts('auth');
  const format = useFormat();
  return (
    <DataTable
      even
      label={group}
      rows={products}
      rowKey={(product) => product.id}
      columns={[
        { id: 'name', label: t('products.name'), heading: true, cell: (product) => product.name },
        {
          id: 'methods',
          label: t('products.methods'),
          cell: (product) =>
            format.list(product.activationMethods.map((method) => t(`products.method.${method}`))),
        },
        { id: 'versions', label: t('products.versions'), cell: (product) => format.list(product.versions) },
      ]}
    />
  );
}

const groupsOf = (products: Product[]): [string, Product[]][] =>
  [...new Set(products.map((product) => product.group))].map((group) => [
    group,
    products.filter((product) => product.group === group),
  ]);
