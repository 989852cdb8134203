import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { TextLink } from '../../ui/text-link.js';
import { Expiry } from './expiry.js';
import { isWithheld, KeyFileLink } from './key-file-link.js';
import type { License } from './license-queries.js';
import classes from './licenses.module.css';
import { LicenseStatus } from './license-status.js';

/** LIC-063: the code or the key file's name, the product, the expiry date. */
export function LicenseTable({ licenses }: { licenses: License[] }) {
  const t = useTexts('licenses');
  const format = useFormat();
  return (
    <DataTable
      label={t('list.title')}
      rows={licenses}
      rowKey={(license) => license.id}
      columns={[
        {
          id: 'product',
          label: t('field.product'),
          heading: true,
          cell: (license) => <TextLink to={`/licenses/${license.id}`}>{license.product.name}</TextLink>,
        },
        { id: 'status', label: t('field.status'), cell: ({ status }) => <LicenseStatus status={status} /> },
        { id: 'expiry', label: t('field.expiresAt'), cell: (license) => <Expiry license={license} /> },
        {
          id: 'seats',
          label: t('field.seats'),
          cell: ({ seats }) =>
            t('seats.of', { used: format.number(seats.used), limit: format.number(seats.limit) }),
        },
        { id: 'code', label: t('field.codeOrFile'), cell: (license) => <bdi>{nameOf(license)}</bdi> },
        { id: 'file', label: t('keyFiles.title'), cell: (license) => <Files license={license} /> },
      ]}
    />
  );
}

const nameOf = ({ activationCode, keyFiles, serialNumber }: License): string =>
  activationCode ?? keyFiles[0]?.name ?? serialNumber;

/** At hand where one looks first, so that nobody has to know that each license has a page of its own. */
function Files({ license }: { license: License }) {
  if (isWithheld(license)) return null;
  return (
    <span className={classes.file}>
      {license.keyFiles.map(({ name }) => (
        <KeyFileLink key={name} license={license} name={name} named />
      ))}
    </span>
  );
}
