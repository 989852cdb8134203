import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useShortcuts } from '../../shell/keyboard/shortcuts.js';
import { LinkButton } from '../../ui/link-button.js';
import classes from './create-link.module.css';

/** Reachable from everywhere (UIX-008). */
export default function CreateLink() {
  const t = useTexts('requests');
  const navigate = useNavigate();
  useShortcuts([{ keys: 'c', text: t('create'), run: () => void navigate('/requests/new') }]);
  return (
    <LinkButton
      className={classes.link}
      to="/requests/new"
      variant="default"
      size="compact-md"
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      <span className={classes.text}>{t('create')}</span>
    </LinkButton>
  );
}
