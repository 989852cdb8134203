import type { View } from '../../../api/client.js';

export type Command = View<'CommandView'>;
export type Device = View<'DeviceView'>;

/** What the platform can have a device do; those for lost devices come with their own pages. */
export const kinds = ['quick_scan', 'full_scan', 'update_databases'] as const;
export type Kind = (typeof kinds)[number];

const open: readonly Command['state'][] = ['queued', 'delivered', 'running', 'cancelling'];
export const isOpen = ({ state }: Command): boolean => open.includes(state);

/** The device has said that it does not know this kind. */
export const wasNotSupported = ({ timeline }: Command): boolean =>
  timeline.at(-1)?.reason === 'NOT_SUPPORTED';

/** What a command against a reason would be. */
export const remedies: Partial<Record<string, Kind>> = {
  DATABASES_OLD: 'update_databases',
  DATABASES_VERY_OLD: 'update_databases',
  DATABASES_DATE_IMPLAUSIBLE: 'update_databases',
  THREATS_FOUND: 'full_scan',
};
