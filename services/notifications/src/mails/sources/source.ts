import type { Bus, RequestContext } from '@tessera/platform';
import type { Config } from '../../config.js';
import type { Draft } from '../letter.js';
import type { Mail } from '../mail.entity.js';

export interface Asking {
  bus: Bus;
  ctx: RequestContext;
  config: Config;
}

/** Finds out what a mail says, by asking who knows. Runs outside of any transaction, once for every try. */
export type Source = (mail: Mail, asking: Asking) => Promise<Draft>;

/** The id under that name among a mail's facts; whoever queued the mail put it there. */
export function idOf(mail: Mail, name: string): string {
  const id = mail.facts[name];
  if (typeof id !== 'string') throw new Error(`a mail of ${mail.template} has no ${name}`);
  return id;
}
