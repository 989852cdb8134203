import { refuse } from '../errors/problem.js';

/** The condition of a request that changes something: none where the client takes any version (`If-Match: *`). */
export interface IfMatch {
  ifMatch?: number;
  /** More versions, of a list. */
  ifMatchOthers?: string[];
}

/** @throws Refusal ETAG_MISMATCH where somebody else was faster */
export function requireMatch({ ifMatch, ifMatchOthers = [] }: IfMatch, version: number): void {
  if (ifMatch === undefined || ifMatch === version) return;
  if (!ifMatchOthers.includes(String(version))) refuse('ETAG_MISMATCH');
}
