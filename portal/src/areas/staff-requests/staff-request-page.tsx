import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { useMe } from '../../shell/session/session.js';
import { Beside } from '../../ui/conversation/beside.js';
import { LinkButton } from '../../ui/link-button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { QueryView } from '../../ui/query-view.js';
import { Assignment } from './assignment.js';
import { Reply } from './reply.js';
import { StaffConversation } from './staff-conversation.js';
import { StaffFacts, type StaffRequest } from './staff-facts.js';
import classes from './staff-requests.module.css';
import { Status } from './status.js';
import { useAssign } from './use-assign.js';
import { usePolling } from './use-polling.js';

export default function StaffRequestPage() {
  const t = useTexts('staff-requests');
  const me = useMe();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const assign = useAssign();
  const query = useQuery({
    queryKey: ['request', 'staff', id],
    queryFn: () => ask(api.GET('/staff/requests/{id}', { params: { path: { id } } })),
  });
  usePolling(query.refetch);
  useShortcuts([
    { keys: 'u', text: t('keys.queue'), run: () => void navigate('/staff/requests') },
    ...(query.data?.open
      ? [{ keys: 'a', text: t('keys.assignThis'), run: () => void assign(id, me.id) }]
      : []),
  ]);
  const back = (
    <LinkButton to="/staff/requests" variant="default">
      {t('one.back')}
    </LinkButton>
  );
  return (
    <Page
      title={query.data?.subject ?? t('one.title')}
      intro={query.data && <Intro request={query.data} />}
      actions={back}
    >
      <QueryView query={query}>
        {(request) => (
          <Beside
            aside={
              <Panel title={t('one.facts')}>
                <StaffFacts request={request} />
                {request.open && (
                  <div data-print="no">
                    <Assignment request={request} />
                  </div>
                )}
              </Panel>
            }
          >
            <Panel title={t('one.conversation')}>
              <StaffConversation request={request} />
            </Panel>
            <div data-print="no">
              {request.open ? <Reply request={request} /> : <Panel>{t('one.final')}</Panel>}
            </div>
          </Beside>
        )}
      </QueryView>
    </Page>
  );
}

function Intro({ request: { number, status } }: { request: StaffRequest }) {
  return (
    <span className={classes.intro}>
      <span dir="ltr">{number}</span>
      <Status status={status} />
    </span>
  );
}
