import { Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { useMe } from '../../shell/session/session.js';
import { Panel } from '../../ui/panel.js';
import { TextLink } from '../../ui/text-link.js';
import classes from './home.module.css';

const one = { params: { query: { limit: 1 } } };
const isThere = ({ items }: { items: unknown[] }) => items.length > 0;

/** What a new company does first; it goes away by itself when there are licenses and devices. */
export function FirstSteps() {
  const t = useTexts('home');
  const { rights } = useMe();
  const mayInvite = rights.includes('users.invite');
  const licenses = useQuery({
    queryKey: ['license', 'home', 'any'],
    queryFn: () => ask(api.GET('/licenses', one)).then(isThere),
  });
  const devices = useQuery({
    queryKey: ['device', 'home', 'any'],
    queryFn: () => ask(api.GET('/devices', one)).then(isThere),
  });
  const invitations = useQuery({
    queryKey: ['invitation', 'home', 'any'],
    queryFn: () => ask(api.GET('/company/invitations', one)).then(isThere),
    enabled: mayInvite,
  });
  // Not known is not the same as not there.
  if (licenses.data !== false && devices.data !== false) return null;
  const steps = [
    { id: 'license', to: '/licenses/add', done: licenses.data, may: rights.includes('licenses.manage') },
    { id: 'device', to: '/devices', done: devices.data, may: rights.includes('devices.manage') },
    { id: 'people', to: '/people', done: invitations.data, may: mayInvite },
  ].filter(({ may }) => may);
  if (steps.every(({ done }) => done !== false)) return null;
  return (
    <Panel title={t('first.title')}>
      <ol className={classes.steps}>
        {steps.map(({ id, to, done = false }) => {
          const Icon = done ? IconCircleCheckFilled : IconCircle;
          return (
            <li key={id} className={classes.step} data-done={done || undefined}>
              <Icon role="img" aria-label={done ? t('first.done') : t('first.open')} />
              <div>
                {done ? (
                  t(`first.step.${id}.title`)
                ) : (
                  <TextLink to={to}>{t(`first.step.${id}.title`)}</TextLink>
                )}
                <Text size="sm" c="dimmed">
                  {t(`first.step.${id}.text`)}
                </Text>
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
