import type { View } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { TextLink } from '../../ui/text-link.js';
import { When } from '../../ui/when.js';
import { Person } from './person.js';

export function CustomerTable({ customers }: { customers: View<'StaffCompanyView'>[] }) {
  const t = useTexts('staff-customers');
  const format = useFormat();
  return (
    <DataTable
      label={t('list.title')}
      rows={customers}
      rowKey={(customer) => customer.id}
      columns={[
        {
          id: 'name',
          label: t('field.company'),
          heading: true,
          cell: ({ id, name }) => (
            <TextLink to={`/staff/customers/${id}`}>
              <bdi>{name}</bdi>
            </TextLink>
          ),
        },
        {
          id: 'owner',
          label: t('field.owner'),
          cell: ({ owner }) => (owner ? <Person {...owner} /> : t('field.nobody')),
        },
        { id: 'country', label: t('field.country'), cell: ({ country }) => format.country(country) },
        {
          id: 'since',
          label: t('field.since'),
          cell: ({ createdAt }) => <When time={createdAt} as="date" />,
        },
      ]}
    />
  );
}
