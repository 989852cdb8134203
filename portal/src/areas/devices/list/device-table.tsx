import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { DataTable } from '../../../ui/data-table.js';
import { TextLink } from '../../../ui/text-link.js';
import { DeviceStatus } from '../device-status.js';
import { OnlineState } from '../online-state.js';
import { WhyShort } from './why-short.js';

export function DeviceTable({ devices }: { devices: View<'DeviceView'>[] }) {
  const t = useTexts('devices');
  return (
    <DataTable
      label={t('title')}
      rows={devices}
      rowKey={(device) => device.id}
      columns={[
        {
          id: 'name',
          label: t('fact.name'),
          heading: true,
          cell: (device) => (
            <TextLink to={`/devices/${device.id}`}>
              <bdi>{device.name}</bdi>
            </TextLink>
          ),
        },
        {
          id: 'status',
          label: t('fact.status'),
          cell: (device) => (
            <div>
              <DeviceStatus device={device} />
              <WhyShort device={device} />
            </div>
          ),
        },
        { id: 'platform', label: t('fact.platform'), cell: (device) => t(`platform.${device.platform}`) },
        { id: 'online', label: t('fact.online'), cell: (device) => <OnlineState device={device} /> },
      ]}
    />
  );
}
