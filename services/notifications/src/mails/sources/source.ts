import type { Bus, RequestContext } from '@tessera/platform';
import type { Config } from '../../config.js';
import type { Draft } from '../letter.js';
import type { Mail } from '../mail.entity.js';

export interface SourceContext {
  bus: Bus;
  ctx: RequestContext;
  config: Config;
}

/** Finds out what a mail says, by requests to other services. Runs outside of any transaction, once for every attempt. */
export type Source = (mail: Mail, context: SourceContext) => Promise<Draft>;

/** The id under that name among a mail's facts; the consumer that queued the mail put it there. */
export function idOf(mail: Mail, name: string): string {
  const id = mail.facts[name];
  if (typeof id !== 'string') throw new Error(`a mail of ${mail.template} has no ${name}`);
  return id;
}
