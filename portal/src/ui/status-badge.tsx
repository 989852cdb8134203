import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconRefresh,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ui.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'neutral';
const icons = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconAlertCircle,
  busy: IconRefresh,
  neutral: IconCircleDashed,
};

/** A state in words, with a colour and a shape: colour alone says nothing to many people. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={classes.status} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {children}
    </span>
  );
}
