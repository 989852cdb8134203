import type { RequestContract } from '@tessera/contracts';
import type { RouteOptions } from './route.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RouteDefinition {
  method: HttpMethod;
  /** With `:name` for parameters, without the prefix `/api/v1`. */
  path: string;
  contract: RequestContract;
  status: number;
  options: RouteOptions;
}

export const PREFIX = '/api/v1';

const all: RouteDefinition[] = [];

export function remember(route: RouteDefinition): void {
  all.push(route);
}

/** Every route that a controller declares; the OpenAPI document and the authorization matrix are made from it. */
export const routes = (): readonly RouteDefinition[] => all;

/** Names of the parameters in a path. */
export const parametersOf = (path: string): string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map((m) => m[1]!);
