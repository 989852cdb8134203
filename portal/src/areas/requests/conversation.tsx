import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { ConversationList } from '../../ui/conversation/conversation-list.js';
import { readAll } from '../../ui/conversation/read-all.js';
import { Said } from '../../ui/conversation/said.js';
import { QueryView } from '../../ui/query-view.js';
import type { Request } from './request-page.js';

/** More than this are folded (SUP-079): the beginning and the latest ones stay. */
const LATEST = 5;

export function Conversation({ request }: { request: Request }) {
  const query = useQuery({
    queryKey: ['request', request.id, 'messages'],
    queryFn: () =>
      readAll((query) =>
        ask(api.GET('/requests/{id}/messages', { params: { path: { id: request.id }, query } })),
      ),
  });
  return (
    <QueryView query={query}>{(messages) => <Messages request={request} messages={messages} />}</QueryView>
  );
}

function Messages({ request, messages }: { request: Request; messages: View<'MessageView'>[] }) {
  const t = useTexts('requests');
  const [whole, setWhole] = useState(false);
  const hidden = whole ? 0 : Math.max(0, messages.length - LATEST);
  return (
    <ConversationList>
      <Said
        from={t('from.customer')}
        message={{
          from: 'customer',
          writer: request.author.name,
          text: request.description,
          attachments: request.attachments,
          createdAt: request.createdAt,
        }}
      />
      {hidden > 0 && (
        <li data-print="no">
          <Button variant="default" onClick={() => setWhole(true)}>
            {t('one.whole', { count: hidden })}
          </Button>
        </li>
      )}
      {messages.map((message, index) => (
        <Said key={message.id} from={t(`from.${message.from}`)} message={message} folded={index < hidden} />
      ))}
    </ConversationList>
  );
}
