import { VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ask } from '../../api/client.js';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import classes from './notifications.module.css';

/** Above this the bell shows that there are more. */
const MAX_COUNT = 20;

/** Leads to the notifications and says how many are unread; a change of the number is read out. */
export default function Bell() {
  const t = useTexts('notifications');
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['notification', 'bell'],
    queryFn: () =>
      ask(api.GET('/notifications', { params: { query: { unread: true, limit: MAX_COUNT + 1 } } })),
  });
  const count = data?.items.length ?? 0;
  const shown = count > MAX_COUNT ? t('bell.more', { most: format.number(MAX_COUNT) }) : format.number(count);
  return (
    <Link className={classes.bell} to="/notifications">
      <IconBell size={22} aria-hidden />
      <VisuallyHidden>
        {t('title')} <span aria-live="polite">{count > 0 && t('bell.unread', { count, shown })}</span>
      </VisuallyHidden>
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {shown}
        </span>
      )}
    </Link>
  );
}
