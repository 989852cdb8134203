import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { When } from '../../ui/when.js';
import classes from './devices.module.css';

/** Whether a device can be reached now, and when it was there last. */
export function OnlineState({ device }: { device: Pick<View<'DeviceView'>, 'online' | 'lastSeenAt'> }) {
  const t = useTexts('devices');
  const { online, lastSeenAt } = device;
  return (
    <span className={classes.online}>
      <span className={classes.dot} data-online={online || undefined} aria-hidden />
      <span>
        {online ? t('online') : t('offline')}
        {!online && (
          <span className={classes.quiet}>
            {' · '}
            {lastSeenAt ? (
              <>
                {t('lastSeen')} <When time={lastSeenAt} as="relative" />
              </>
            ) : (
              t('neverSeen')
            )}
          </span>
        )}
      </span>
    </span>
  );
}
