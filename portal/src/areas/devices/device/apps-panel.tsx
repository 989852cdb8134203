import { Text } from '@mantine/core';
import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { DataTable } from '../../../ui/data-table.js';
import { Panel } from '../../../ui/panel.js';
import { StatusBadge, type Tone } from '../../../ui/status-badge.js';
import classes from '../devices.module.css';

type App = View<'DeviceAppView'>;
const tones: Record<App['components'][number]['state'], Tone> = { on: 'good', off: 'warn', failed: 'bad' };

/** Per app two facts that are independent of each other: installed, connected. Of seats only licensing knows. */
export function AppsPanel({ apps }: { apps: App[] }) {
  const t = useTexts('devices');
  if (apps.length === 0)
    return (
      <Panel title={t('apps.title')}>
        <Text c="dimmed">{t('apps.none')}</Text>
      </Panel>
    );
  return (
    <Panel title={t('apps.title')}>
      <DataTable
        label={t('apps.title')}
        rows={apps}
        rowKey={(app) => app.id}
        columns={[
          {
            id: 'product',
            label: t('apps.app'),
            heading: true,
            cell: (app) => (
              <div>
                {app.product}
                <div className={classes.quiet}>{t('apps.version', { version: app.version })}</div>
              </div>
            ),
          },
          { id: 'installed', label: t('apps.installed'), cell: (app) => <Fact holds={app.installed} /> },
          { id: 'connected', label: t('apps.connected'), cell: (app) => <Fact holds={app.connected} /> },
          { id: 'components', label: t('apps.components'), cell: (app) => <Components app={app} /> },
        ]}
      />
    </Panel>
  );
}

function Fact({ holds }: { holds: boolean }) {
  const t = useTexts('devices');
  return <StatusBadge tone={holds ? 'good' : 'neutral'}>{holds ? t('yes') : t('no')}</StatusBadge>;
}

function Components({ app: { components } }: { app: App }) {
  const t = useTexts('devices');
  if (components.length === 0) return <span className={classes.quiet}>{t('apps.noComponents')}</span>;
  return (
    <ul className={classes.plain}>
      {components.map(({ id, name, state }) => (
        <li key={id} className={classes.name}>
          {name} <StatusBadge tone={tones[state]}>{t(`component.${state}`)}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}
