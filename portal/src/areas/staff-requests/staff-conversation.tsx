import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { ConversationList } from '../../ui/conversation/conversation-list.js';
import { readAll } from '../../ui/conversation/read-all.js';
import { Said } from '../../ui/conversation/said.js';
import { QueryView } from '../../ui/query-view.js';
import type { StaffRequest } from './staff-facts.js';
import { usePolling } from './use-polling.js';
import classes from './staff-requests.module.css';

type StaffMessage = Omit<View<'StaffMessageView'>, 'id'>;

export function StaffConversation({ request }: { request: StaffRequest }) {
  const query = useQuery({
    queryKey: ['request', 'staff', request.id, 'messages'],
    queryFn: () =>
      readAll((query) =>
        ask(api.GET('/staff/requests/{id}/messages', { params: { path: { id: request.id }, query } })),
      ),
  });
  usePolling(query.refetch);
  const first: StaffMessage = {
    from: 'customer',
    writer: request.author.name,
    text: request.description,
    attachments: request.attachments,
    createdAt: request.createdAt,
    internal: false,
  };
  return (
    <QueryView query={query}>
      {(all) => (
        <ConversationList>
          <Message message={first} />
          {all.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ConversationList>
      )}
    </QueryView>
  );
}

function Message({ message }: { message: StaffMessage }) {
  const t = useTexts('staff-requests');
  const mark = (
    <span className={classes.internal}>
      <IconLock size={14} aria-hidden />
      {t('note.mark')}
    </span>
  );
  return (
    <Said message={message} from={t(`from.${message.from}`)} internal={message.internal ? mark : undefined} />
  );
}
