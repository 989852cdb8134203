import { IconKey } from '@tabler/icons-react';
import { api, ask } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { DataTable } from '../../ui/data-table.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { When } from '../../ui/when.js';
import { BlockLicense } from './block-license.js';
import { LicenseStatus, type CustomerLicense } from './license-status.js';
import { mayBlock } from './roles.js';
import classes from './staff-customers.module.css';

export function CustomerLicenses({ companyId }: { companyId: string }) {
  const t = useTexts('staff-customers');
  const list = useList({
    key: ['staff-license', companyId],
    read: (cursor) =>
      ask(api.GET('/staff/licenses', { params: { query: { companyId, ...(cursor ? { cursor } : {}) } } })),
  });
  return (
    <Panel title={t('licenses.title')}>
      <QueryView
        query={list}
        isEmpty={(licenses) => licenses.length === 0}
        empty={<Empty icon={IconKey} text={t('licenses.none')} />}
      >
        {(licenses) => (
          <>
            <LicenseTable licenses={licenses} />
            <LoadMore list={list} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function LicenseTable({ licenses }: { licenses: CustomerLicense[] }) {
  const t = useTexts('staff-customers');
  const format = useFormat();
  const manages = mayBlock(useMe());
  return (
    <DataTable
      label={t('licenses.title')}
      rows={licenses}
      rowKey={(license) => license.id}
      columns={[
        {
          id: 'product',
          label: t('licenses.product'),
          heading: true,
          cell: ({ product, serialNumber }) => (
            <span className={classes.stacked}>
              {product.name}
              <span className={`${classes.small} ${classes.whole}`}>
                {t('licenses.serial')} <bdi>{serialNumber}</bdi>
              </span>
            </span>
          ),
        },
        { id: 'status', label: t('field.status'), cell: (license) => <LicenseStatus license={license} /> },
        {
          id: 'expires',
          label: t('licenses.expires'),
          cell: ({ expiresAt }) => (
            <span className={classes.whole}>
              <When time={expiresAt} as="date" />
            </span>
          ),
        },
        {
          id: 'seats',
          label: t('licenses.seats'),
          cell: ({ seats: { used, limit } }) =>
            t('licenses.seatsOf', { used: format.number(used), limit: format.number(limit) }),
        },
        {
          id: 'code',
          label: t('licenses.code'),
          cell: ({ activationCode, orderNumber }) => (
            <span className={classes.stacked}>
              {activationCode ? (
                <bdi className={classes.whole}>{activationCode}</bdi>
              ) : (
                t('licenses.byKeyFile')
              )}
              <span className={`${classes.small} ${classes.whole}`}>
                {t('licenses.order')} <bdi>{orderNumber}</bdi>
              </span>
            </span>
          ),
        },
        ...(manages
          ? [
              {
                id: 'block',
                label: t('licenses.action'),
                cell: (license: CustomerLicense) => <BlockLicense license={license} />,
              },
            ]
          : []),
      ]}
    />
  );
}
