import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';

const secure = (config: Pick<Config, 'PUBLIC_URL'>): boolean => config.PUBLIC_URL.startsWith('https:');

/** `__Host-` binds a cookie to this very host and to https; plain http on localhost cannot have it. */
export const sessionCookie = (config: Pick<Config, 'PUBLIC_URL'>): string =>
  secure(config) ? '__Host-sid' : 'sid';
export const deviceCookie = (config: Pick<Config, 'PUBLIC_URL'>): string =>
  secure(config) ? '__Host-browser' : 'browser';

const attributes = (config: Pick<Config, 'PUBLIC_URL'>) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure(config) }) as const;

export function setCookie(
  reply: FastifyReply,
  config: Config,
  name: string,
  value: string,
  expires: Date,
): void {
  reply.setCookie(name, value, { ...attributes(config), expires });
}

export function clearCookie(reply: FastifyReply, config: Config, name: string): void {
  reply.clearCookie(name, attributes(config));
}
