import {
  IconDeviceDesktopPlus,
  IconFileDownload,
  IconHelpCircle,
  IconMessageCircle,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import classes from './home.module.css';

const ways = [
  { id: 'keyFile', to: '/licenses', icon: IconFileDownload },
  { id: 'device', to: '/devices/connect', icon: IconDeviceDesktopPlus, right: 'devices.manage' },
  { id: 'ask', to: '/requests/new', icon: IconHelpCircle },
  { id: 'answers', to: '/requests', icon: IconMessageCircle },
] as const;

/** What most people come for, in their words and not in those of the navigation. */
export function Ways() {
  const t = useTexts('home');
  const { rights } = useMe();
  const open = ways.filter((way) => !('right' in way) || rights.includes(way.right));
  return (
    <nav aria-label={t('way.label')}>
      <ul className={classes.ways}>
        {open.map(({ id, to, icon: Icon }) => (
          <li key={id}>
            <Link className={classes.way} to={to}>
              <Icon size={26} aria-hidden />
              <span>
                <strong>{t(`way.${id}.title`)}</strong>
                <span className={classes.wayText}>{t(`way.${id}.text`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
