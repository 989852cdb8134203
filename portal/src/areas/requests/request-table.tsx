import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { TextLink } from '../../ui/text-link.js';
import { When } from '../../ui/when.js';
import { PremiumMark } from './premium-mark.js';
import { Status } from './status.js';
import classes from './requests.module.css';

type Row = View<'RequestView'>;

export function RequestTable({ rows, withAuthor }: { rows: Row[]; withAuthor: boolean }) {
  const t = useTexts('requests');
  const author: Column<Row> = {
    id: 'author',
    label: t('column.author'),
    cell: (row) => <bdi>{row.author.name}</bdi>,
  };
  const columns: Column<Row>[] = [
    {
      id: 'subject',
      label: t('column.request'),
      heading: true,
      cell: (row) => (
        <span className={classes.name}>
          <TextLink to={`/requests/${row.id}`}>
            <bdi>{row.subject}</bdi>
          </TextLink>
          <span className={classes.number} dir="ltr">
            {row.number}
          </span>
        </span>
      ),
    },
    { id: 'status', label: t('column.status'), cell: (row) => <Status status={row.status} /> },
    {
      id: 'product',
      label: t('column.about'),
      cell: (row) => row.product?.name ?? t(`category.${row.category}`),
    },
    { id: 'level', label: t('column.level'), cell: (row) => <PremiumMark request={row} /> },
    ...(withAuthor ? [author] : []),
    { id: 'updated', label: t('column.updated'), cell: (row) => <When time={row.updatedAt} as="relative" /> },
  ];
  return <DataTable label={t('list.title')} rows={rows} rowKey={(row) => row.id} columns={columns} />;
}
