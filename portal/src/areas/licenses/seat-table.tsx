import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { DataTable } from '../../ui/data-table.js';
import { showToast } from '../../ui/toasts.js';
import { When } from '../../ui/when.js';
import type { Seat } from './license-queries.js';
import classes from './licenses.module.css';

interface SeatTableProps {
  seats: Seat[];
  /** null: the person may only look. */
  release: ((seat: Seat) => Promise<void>) | null;
}

export function SeatTable({ seats, release }: SeatTableProps) {
  const t = useTexts('licenses');
  const format = useFormat();
  return (
    <div className={release ? classes.withButtons : undefined}>
      <DataTable
        label={t('seats.title')}
        rows={seats}
        rowKey={(seat) => seat.id}
        columns={[
          {
            id: 'device',
            label: t('seats.device'),
            heading: true,
            cell: (seat) => <bdi>{seat.deviceName}</bdi>,
          },
          {
            id: 'applications',
            label: t('seats.applications'),
            cell: (seat) => format.list(seat.applications.map(({ name, version }) => `${name} ${version}`)),
          },
          { id: 'since', label: t('seats.since'), cell: (seat) => <When time={seat.takenAt} as="date" /> },
          ...(release
            ? [
                {
                  id: 'release',
                  label: t('seats.release'),
                  align: 'end' as const,
                  cell: (seat: Seat) => <ReleaseSeat seat={seat} release={release} />,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function ReleaseSeat({ seat, release }: { seat: Seat; release: (seat: Seat) => Promise<void> }) {
  const t = useTexts('licenses');
  const device = seat.deviceName;
  return (
    <ConfirmButton
      label={t('seats.release')}
      aria-label={t('seats.releaseOf', { device })}
      variant="default"
      size="compact-sm"
      title={t('seats.ask', { device })}
      consequences={[t('seats.willFail', { device }), t('seats.willFree'), t('seats.mayReturn')]}
      confirm={t('seats.confirm')}
      onConfirm={async () => {
        await release(seat);
        showToast({ tone: 'good', text: t('seats.released', { device }) });
      }}
    />
  );
}
