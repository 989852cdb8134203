import { Anchor } from '@mantine/core';
import { IconLock, IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask, PREFIX, type View } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { QueryView } from '../../ui/query-view.js';
import { When } from '../../ui/when.js';
import type { StaffRequest } from './staff-facts.js';
import { usePolling } from './use-polling.js';
import classes from './staff-requests.module.css';

type Said = Omit<View<'StaffMessageView'>, 'id'>;

export function StaffConversation({ request }: { request: StaffRequest }) {
  const query = useQuery({
    queryKey: ['request', 'staff', request.id, 'messages'],
    queryFn: () => readAll(request.id),
  });
  usePolling(query.refetch);
  const first: Said = {
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
        <ol className={classes.conversation} aria-live="polite" aria-relevant="additions">
          <Message message={first} />
          {all.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
    </QueryView>
  );
}

function Message({ message }: { message: Said }) {
  const t = useTexts('staff-requests');
  const format = useFormat();
  return (
    <li>
      <article
        className={classes.message}
        data-from={message.from}
        data-internal={message.internal || undefined}
      >
        <p className={classes.by}>
          {message.internal && (
            <span className={classes.internal}>
              <IconLock size={14} aria-hidden />
              {t('note.mark')}
            </span>
          )}
          <strong>{message.writer}</strong>
          <span>{t(`from.${message.from}`)}</span>
          <When time={message.createdAt} />
        </p>
        <p className={classes.text} dir="auto">
          {message.text}
        </p>
        {message.attachments.length > 0 && (
          <ul className={classes.files}>
            {message.attachments.map(({ id, fileName, size }) => (
              <li key={id}>
                <Anchor
                  className={classes.file!}
                  href={`${PREFIX}/attachments/${id}`}
                  download={fileName}
                  underline="always"
                >
                  <IconPaperclip size={16} aria-hidden />
                  <bdi>{fileName}</bdi>
                </Anchor>{' '}
                {format.bytes(size)}
              </li>
            ))}
          </ul>
        )}
      </article>
    </li>
  );
}

/** To the end: support answers the latest message. */
async function readAll(id: string): Promise<View<'StaffMessageView'>[]> {
  const all: View<'StaffMessageView'>[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    const page: View<'StaffMessageList'> = await ask(
      api.GET('/staff/requests/{id}/messages', { params: { path: { id }, query } }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}
