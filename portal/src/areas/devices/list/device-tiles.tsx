import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { TextLink } from '../../../ui/text-link.js';
import { DeviceStatus } from '../device-status.js';
import classes from '../devices.module.css';
import { OnlineState } from '../online-state.js';
import { PlatformIcon } from '../platform-icon.js';
import { WhyShort } from './why-short.js';

export function DeviceTiles({ devices }: { devices: View<'DeviceView'>[] }) {
  const t = useTexts('devices');
  return (
    <ul className={classes.tiles} aria-label={t('title')}>
      {devices.map((device) => (
        <li key={device.id} className={classes.tile}>
          <div className={classes.tileHead}>
            <PlatformIcon platform={device.platform} size={28} />
            <div>
              <TextLink to={`/devices/${device.id}`} className={classes.tileLink!}>
                <bdi>{device.name}</bdi>
              </TextLink>
              <div className={classes.quiet}>{t(`platform.${device.platform}`)}</div>
            </div>
          </div>
          <div>
            <DeviceStatus device={device} />
          </div>
          <WhyShort device={device} />
          <OnlineState device={device} />
        </li>
      ))}
    </ul>
  );
}
