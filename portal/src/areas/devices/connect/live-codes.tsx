import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type View } from '../../../api/client.js';
import { useFormat } from '../../../shell/i18n/use-format.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { useMe } from '../../../shell/session/session.js';
import { ConfirmButton } from '../../../ui/confirm-button.js';
import { DataTable } from '../../../ui/data-table.js';
import { LoadMore } from '../../../ui/load-more.js';
import { Panel } from '../../../ui/panel.js';
import { QueryView } from '../../../ui/query-view.js';
import { showToast } from '../../../ui/toasts.js';
import { useList } from '../../../ui/use-list.js';
import { When } from '../../../ui/when.js';

type LiveCode = View<'LiveEnrollment'>;

/** Codes with which devices can still join; one that has gone to the wrong people is withdrawn here. */
export function LiveCodes() {
  const t = useTexts('devices');
  const format = useFormat();
  const me = useMe();
  const list = useList({
    key: ['enrollment'],
    read: (cursor) => ask(api.GET('/devices/enrollments', { params: { query: cursor ? { cursor } : {} } })),
  });
  return (
    <Panel title={t('live.title')}>
      <QueryView query={list} isEmpty={(codes) => codes.length === 0} empty={<Text>{t('live.none')}</Text>}>
        {(codes) => (
          <>
            <DataTable
              label={t('live.title')}
              rows={codes}
              rowKey={(code) => code.id}
              columns={[
                {
                  id: 'code',
                  label: t('connect.code'),
                  heading: true,
                  cell: (code) => <bdi dir="ltr">{nameOf(code)}</bdi>,
                },
                {
                  id: 'maker',
                  label: t('live.maker'),
                  cell: (code) => t(code.createdBy === me.id ? 'live.you' : 'live.colleague'),
                },
                {
                  id: 'uses',
                  label: t('live.joined'),
                  align: 'end',
                  cell: ({ uses, maxUses }) =>
                    t('live.of', { uses: format.number(uses), most: format.number(maxUses) }),
                },
                {
                  id: 'until',
                  label: t('connect.valid'),
                  cell: (code) => <When time={code.expiresAt} />,
                },
                { id: 'withdraw', label: t('live.actions'), cell: (code) => <Withdraw code={code} /> },
              ]}
            />
            <LoadMore list={list} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

const nameOf = ({ codeEnding }: LiveCode): string => `…${codeEnding ?? ''}`;

function Withdraw({ code }: { code: LiveCode }) {
  const t = useTexts('devices');
  const client = useQueryClient();
  const withdraw = async () => {
    await ask(api.DELETE('/devices/enrollments/{id}', { params: { path: { id: code.id } } }));
    showToast({ tone: 'good', text: t('live.withdrawn', { code: nameOf(code) }) });
    await client.invalidateQueries({ queryKey: ['enrollment'] });
  };
  return (
    <ConfirmButton
      label={t('live.withdraw')}
      aria-label={t('live.withdrawOf', { code: nameOf(code) })}
      variant="default"
      size="compact-sm"
      title={t('live.question', { code: nameOf(code) })}
      consequences={[t('live.dies'), t('live.stay')]}
      confirm={t('live.withdraw')}
      onConfirm={withdraw}
    />
  );
}
