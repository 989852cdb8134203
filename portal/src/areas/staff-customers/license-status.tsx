import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { When } from '../../ui/when.js';
import classes from './staff-customers.module.css';

export type CustomerLicense = View<'ListedStaffLicense'>;

const tones: Record<CustomerLicense['status'], Tone> = {
  active: 'good',
  not_activated: 'neutral',
  expired: 'bad',
  blocked: 'bad',
  under_verification: 'busy',
  superseded: 'neutral',
};

/** And why it is blocked: the next colleague who is asked about it was not there. */
export function LicenseStatus({ license }: { license: CustomerLicense }) {
  const t = useTexts('staff-customers');
  const { status, blockedAt, blockReason } = license;
  return (
    <span className={classes.stacked}>
      <StatusBadge tone={tones[status]}>{t(`licenseStatus.${status}`)}</StatusBadge>
      {blockedAt && (
        <>
          <span className={classes.small}>
            <When time={blockedAt} as="date" />
          </span>
          <span className={classes.small} dir="auto">
            {blockReason}
          </span>
        </>
      )}
    </span>
  );
}
