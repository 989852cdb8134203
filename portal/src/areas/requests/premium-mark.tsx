import { IconStarFilled } from '@tabler/icons-react';
import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import classes from './requests.module.css';

/** The level; a premium request names its contract (SUP-056). */
export function PremiumMark({ request }: { request: Pick<View<'RequestView'>, 'level' | 'contract'> }) {
  const t = useTexts('requests');
  if (request.level !== 'premium') return <>{t('level.standard')}</>;
  return (
    <span className={classes.premium}>
      <IconStarFilled size={16} aria-hidden />
      {request.contract ? t('level.premiumOf', { contract: request.contract.name }) : t('level.premium')}
    </span>
  );
}
