import { Field } from '../kit/index.js';

export const commandKinds = [
  'quick_scan',
  'full_scan',
  'update_databases',
  'lock_and_locate',
  'alarm',
  'mugshot',
  'wipe',
] as const;
export type CommandKind = (typeof commandKinds)[number];

export const commandStates = [
  'queued',
  'delivered',
  'running',
  'succeeded',
  'failed',
  'rejected',
  'expired',
  'timed_out',
  'cancelling',
  'cancelled',
  'superseded',
] as const;
export type CommandState = (typeof commandStates)[number];

export class CommandStep {
  @Field.oneOf(commandStates) state: CommandState;
  @Field.time() at: string;
  @Field.line({ max: 200, nullable: true, description: 'Why, where the device or the platform says so.' })
  reason: string | null;
}

export class CommandView {
  @Field.id() id: string;
  @Field.id() deviceId: string;
  @Field.oneOf(commandKinds) kind: CommandKind;
  @Field.oneOf(commandStates) state: CommandState;
  @Field.time() createdAt: string;
  @Field.time({ description: 'The device gets it until then, or never.' }) deliverBy: string;
  @Field.time({ description: 'The result is there until then, or the command has timed out.' })
  resultBy: string;
  @Field.integer({ min: 0, max: 100, nullable: true, description: 'Percent, as the device reports it.' })
  progress: number | null;
  @Field.list(() => CommandStep, { maxItems: 20 }) timeline: CommandStep[];
  @Field.json({ nullable: true, description: 'What the device reports at the end.' })
  result: Record<string, unknown> | null;
}
