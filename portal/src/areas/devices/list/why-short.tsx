import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import classes from '../devices.module.css';
import { useReasonText } from '../use-reason-text.js';

/** The worst reason, and how many more there are; the device's page has all of them. */
export function WhyShort({ device: { reasons, connected } }: { device: View<'DeviceView'> }) {
  const t = useTexts('devices');
  const say = useReasonText();
  const [worst, ...more] = reasons;
  if (!worst || !connected) return null;
  return (
    <div className={classes.why}>
      <span dir="auto">{say(worst)}</span>
      {more.length > 0 && (
        <span className={classes.quiet}> {t('list.moreReasons', { count: more.length })}</span>
      )}
    </div>
  );
}
