import { Alert } from '@mantine/core';
import { IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Empty } from '../../ui/empty.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { useList } from '../../ui/use-list.js';
import { InvitationTable } from './invitation-table.js';
import { InviteForm } from './invite-form.js';

export default function PeoplePage() {
  const t = useTexts('people');
  const mayInvite = useMe().rights.includes('users.invite');
  return (
    <Page title={t('title')} intro={mayInvite ? t('intro') : undefined}>
      {mayInvite ? (
        <>
          <Panel title={t('invite.title')}>
            <InviteForm />
          </Panel>
          <Panel title={t('list.title')}>
            <Invitations />
          </Panel>
        </>
      ) : (
        <Alert variant="default" icon={<IconInfoCircle aria-hidden />}>
          {t('noRight')}
        </Alert>
      )}
    </Page>
  );
}

function Invitations() {
  const t = useTexts('people');
  const list = useList({
    key: ['invitation'],
    read: (cursor) => ask(api.GET('/company/invitations', { params: { query: cursor ? { cursor } : {} } })),
  });
  return (
    <QueryView
      query={list}
      isEmpty={(invitations) => invitations.length === 0}
      empty={<Empty icon={IconUsers} text={t('list.none')} />}
    >
      {(invitations) => (
        <>
          <InvitationTable invitations={invitations} />
          <LoadMore list={list} />
        </>
      )}
    </QueryView>
  );
}
