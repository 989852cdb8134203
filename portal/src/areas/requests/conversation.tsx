import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { QueryView } from '../../ui/query-view.js';
import { Message } from './message.js';
import type { Request } from './request-page.js';
import classes from './requests.module.css';

/** More than this are folded (SUP-079): the beginning and the latest ones stay. */
const LATEST = 5;

export function Conversation({ request }: { request: Request }) {
  const query = useQuery({
    queryKey: ['request', request.id, 'messages'],
    queryFn: () => readAll(request.id),
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
    <>
      <ol className={classes.conversation} aria-live="polite" aria-relevant="additions">
        <Message
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
          <Message key={message.id} message={message} folded={index < hidden} />
        ))}
      </ol>
    </>
  );
}

/** To the end, since the latest stand there and they are what one comes for. */
async function readAll(id: string): Promise<View<'MessageView'>[]> {
  const all: View<'MessageView'>[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    const page: View<'MessageList'> = await ask(
      api.GET('/requests/{id}/messages', { params: { path: { id }, query } }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}
