import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ui.module.css';

const icons = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
  neutral: IconInfoCircle,
};

interface NoticeProps {
  tone?: 'good' | 'warn' | 'bad' | 'neutral';
  title?: string;
  /** alert: is read out at once. status: when there is a pause. Without it, only who comes by reads it. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

/** A few framed words that matter, with a sign that says how much. */
export function Notice({ tone = 'neutral', title, role, children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <Icon size={22} aria-hidden />
      <div className={classes.noticeText}>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
