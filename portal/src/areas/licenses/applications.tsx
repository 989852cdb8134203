import { useQuery } from '@tanstack/react-query';
import { Text } from '@mantine/core';
import { api, ask } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import type { License } from './license-queries.js';

/** What can be activated with the license, and by which key file (LIC-032, LIC-069). */
export function Applications({ license: { id } }: { license: License }) {
  const t = useTexts('licenses');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['license', id, 'applications'],
    queryFn: () => ask(api.GET('/licenses/{id}/applications', { params: { path: { id } } })),
  });
  return (
    <Panel title={t('applications.title')}>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<Text c="dimmed">{t('applications.none')}</Text>}
      >
        {({ items }) => (
          <DataTable
            label={t('applications.title')}
            rows={items}
            rowKey={(application) => application.id}
            columns={[
              { id: 'name', label: t('applications.name'), heading: true, cell: ({ name }) => name },
              {
                id: 'versions',
                label: t('applications.versions'),
                cell: ({ versions }) => <bdi>{format.list(versions)}</bdi>,
              },
              {
                id: 'keyFile',
                label: t('applications.keyFile'),
                cell: ({ keyFile }) => (keyFile ? <bdi>{keyFile}</bdi> : t('applications.noKeyFile')),
              },
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}
