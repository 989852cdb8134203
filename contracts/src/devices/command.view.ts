import {
  Describe,
  IsIn,
  IsInstant,
  IsInt,
  IsLine,
  IsNullable,
  IsObject,
  IsUUID,
  Max,
  MaxLength,
  Min,
  NestedList,
} from '../kit/index.js';

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
/** After these no other follows. */
export const finalCommandStates: readonly CommandState[] = [
  'succeeded',
  'failed',
  'rejected',
  'expired',
  'timed_out',
  'cancelled',
  'superseded',
];

export class CommandStep {
  @IsIn(commandStates) state: CommandState;
  @IsInstant() at: string;
  @IsNullable()
  @IsLine()
  @MaxLength(200)
  @Describe('Why, where the device or the platform says so.')
  reason: string | null;
}

export class CommandView {
  @IsUUID() id: string;
  @IsUUID() deviceId: string;
  @IsIn(commandKinds) kind: CommandKind;
  @IsIn(commandStates) state: CommandState;
  @IsInstant() createdAt: string;
  @IsInstant() @Describe('The device gets it until then, or never.') deliverBy: string;
  @IsInstant()
  @Describe('The result is there until then, or the command has timed out.')
  resultBy: string;
  @IsNullable()
  @IsInt()
  @Min(0)
  @Max(100)
  @Describe('Percent, as the device reports it.')
  progress: number | null;
  @NestedList(() => CommandStep, 20) timeline: CommandStep[];
  @IsNullable()
  @IsObject()
  @Describe('What the device reports at the end.')
  result: Record<string, unknown> | null;
}
