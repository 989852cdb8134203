import { Text } from '@mantine/core';
import { useFormat } from '../../shell/i18n/use-format.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { Panel } from '../../ui/panel.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { TextLink } from '../../ui/text-link.js';
import { When } from '../../ui/when.js';
import { tones, type Concern, type Concerns, type Subject } from './concern.js';
import classes from './home.module.css';

interface ConcernListProps {
  subject: Subject;
  concerns: Concerns;
  all: string;
}

export function ConcernList({ subject, concerns, all }: ConcernListProps) {
  const t = useTexts('home');
  const format = useFormat();
  const count = format.number(concerns.items.length);
  return (
    <Panel
      title={
        <span className={classes.heading}>
          {t(`subject.${subject}`)}
          <StatusBadge tone={tones[subject]}>{concerns.more ? t('moreThan', { count }) : count}</StatusBadge>
        </span>
      }
    >
      <ul className={classes.concerns}>
        {concerns.items.map((concern) => (
          <li key={concern.id}>
            <TextLink to={concern.to}>
              <bdi>{concern.name}</bdi>
            </TextLink>
            <Text size="sm" c="dimmed">
              <Details subject={subject} concern={concern} />
            </Text>
          </li>
        ))}
      </ul>
      <TextLink to={all} className={classes.all!}>
        {t(`all.${subject}`)}
      </TextLink>
    </Panel>
  );
}

function Details({ subject, concern: { note, time } }: { subject: Subject; concern: Concern }) {
  const t = useTexts('home');
  const ends = subject === 'expired' ? 'ended' : subject === 'expiring' ? 'ends' : null;
  return (
    <>
      {note && <bdi>{note}</bdi>} {note && time && '·'} {time && ends && t(`time.${ends}`)}{' '}
      {time && <When time={time} as="relative" />}
    </>
  );
}
