import type { View } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { When } from '../../ui/when.js';
import { InvitationActions } from './invitation-actions.js';

export type Invitation = View<'InvitationView'>;

const tones: Record<Invitation['status'], Tone> = {
  pending: 'busy',
  expired: 'warn',
  accepted: 'good',
  cancelled: 'neutral',
};

export function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  const t = useTexts('people');
  const format = useFormat();
  return (
    <DataTable
      label={t('list.title')}
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      columns={[
        { id: 'email', label: t('field.email'), heading: true, cell: ({ email }) => <bdi>{email}</bdi> },
        {
          id: 'status',
          label: t('field.status'),
          cell: ({ status }) => <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>,
        },
        { id: 'purpose', label: t('field.as'), cell: ({ purpose }) => t(`purpose.${purpose}`) },
        {
          id: 'rights',
          label: t('field.rights'),
          cell: ({ rights }) =>
            rights.length
              ? format.list(rights.map((right) => t(`right.${right.replace('.', '_')}`)))
              : t('right.none'),
        },
        {
          id: 'expiresAt',
          label: t('field.expiresAt'),
          cell: (one) => <When time={one.expiresAt} as="date" />,
        },
        {
          id: 'actions',
          label: t('field.actions'),
          cell: (invitation) => <InvitationActions invitation={invitation} />,
        },
      ]}
    />
  );
}
