import type { RequestContract } from '../contract.js';
import type { Shape } from '../fields.js';

/** One route of the gateway. */
export interface DocumentedRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for parameters, without the prefix. */
  path: string;
  contract: RequestContract;
  status: number;
  /** Further statuses of success, with the same body. */
  statuses?: readonly number[] | undefined;
  tag: string;
  /** What clients send and get, where that is less than the contract's. */
  body?: Shape | undefined;
  reply?: Shape | undefined;
  etag?: boolean | undefined;
  /** Fields that it does not know are ignored, and not refused. */
  tolerant?: boolean | undefined;
  /** The field that is filled from `Authorization: Bearer`. */
  bearer?: string | undefined;
  download?: boolean | undefined;
}
