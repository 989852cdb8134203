import { Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Button } from '../../ui/button.js';
import { When } from '../../ui/when.js';
import classes from './notifications.module.css';
import { placeOf } from './place-of.js';

type Notification = View<'NotificationView'>;

/** Whoever follows it has read it. */
export function NotificationItem({ item, read }: { item: Notification; read: () => void }) {
  const t = useTexts('notifications');
  const unread = item.readAt === null;
  const place = placeOf(item);
  return (
    <li className={classes.item} data-unread={unread || undefined}>
      <div className={classes.words}>
        <h2 className={classes.title}>
          {unread && <VisuallyHidden>{t('unread')} </VisuallyHidden>}
          {place ? (
            <Link className={classes.link} to={place} onClick={unread ? read : undefined}>
              <bdi>{item.title}</bdi>
            </Link>
          ) : (
            <bdi>{item.title}</bdi>
          )}
        </h2>
        <p className={classes.text}>{item.text}</p>
        <Text size="sm" c="dimmed">
          <When time={item.createdAt} />
        </Text>
      </div>
      {unread && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('readOne', { title: item.title })}
          onClick={read}
        >
          {t('read')}
        </Button>
      )}
    </li>
  );
}
