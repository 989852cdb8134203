import { createHash } from 'node:crypto';

/** What pg takes; with a name, the server parses and plans the statement once for each connection. */
export interface Statement {
  name?: string;
  text: string;
  values: unknown[];
}

/** Statements that get a name. SQL with values inside it would be ever new, and fill the server's memory. */
const MAX_NAMED = 500;
const names = new Map<string, string>();

/**
 * SQL that begins with this is planned each time, with its values: where the best plan for one value is the worst for
 * another, as in a search.
 */
export const NO_GENERIC_PLAN = '/* no generic plan */';

/** A prepared statement for SQL that comes with the code; planning a list costs more than running it. */
export function statement(text: string, values: unknown[]): Statement {
  let name = names.get(text);
  if (!name && names.size < MAX_NAMED && !text.startsWith(NO_GENERIC_PLAN)) {
    name = `t_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
  }
  return name ? { name, text, values } : { text, values };
}
