import { event, Field } from '../kit/index.js';

export class CommandChanged {
  @Field.id() commandId: string;
  @Field.id() deviceId: string;
  @Field.line({ max: 200 }) deviceName: string;
  @Field.line({ max: 40 }) kind: string;
  @Field.line({ max: 40 }) state: string;
  @Field.id({ description: 'Who gave it.' }) userId: string;
}

export const commandChanged = event({
  subject: 'evt.devices.command.changed.v1',
  payload: CommandChanged,
  summary: 'A command went on to its next state.',
  hearers: ['notifications'],
  live: { kind: 'command.changed', to: 'company' },
});
