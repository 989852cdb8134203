import { IconFlame, IconStarFilled } from '@tabler/icons-react';
import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { TextLink } from '../../ui/text-link.js';
import { When } from '../../ui/when.js';
import { Status } from './status.js';
import classes from './staff-requests.module.css';

type Row = View<'StaffRequestView'>;

export function QueueTable({ rows }: { rows: Row[] }) {
  const t = useTexts('staff-requests');
  return (
    <DataTable
      label={t('queue.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'subject', label: t('column.request'), heading: true, cell: (row) => <Name row={row} /> },
        { id: 'status', label: t('column.status'), cell: (row) => <Status status={row.status} /> },
        {
          id: 'company',
          label: t('column.company'),
          cell: (row) => (row.company.personal ? t('noCompany') : <bdi>{row.company.name}</bdi>),
        },
        {
          id: 'product',
          label: t('column.product'),
          cell: (row) => row.product?.name ?? t(`category.${row.category}`),
        },
        {
          id: 'assignee',
          label: t('column.assignee'),
          cell: (row) => row.assignee?.name ?? t('filter.nobody'),
        },
        {
          id: 'created',
          label: t('column.created'),
          cell: (row) => <When time={row.createdAt} as="relative" />,
        },
      ]}
    />
  );
}

function Name({ row }: { row: Row }) {
  const t = useTexts('staff-requests');
  return (
    <span className={classes.name}>
      <TextLink to={`/staff/requests/${row.id}`} data-request={row.id}>
        <bdi>{row.subject}</bdi>
      </TextLink>
      <span className={classes.marks}>
        <bdi>{row.number}</bdi>
        {row.level === 'premium' && (
          <span className={classes.mark}>
            <IconStarFilled size={14} aria-hidden />
            {t('mark.premium')}
          </span>
        )}
        {row.critical && (
          <span className={classes.mark}>
            <IconFlame size={14} aria-hidden />
            {t('mark.critical')}
          </span>
        )}
      </span>
    </span>
  );
}
