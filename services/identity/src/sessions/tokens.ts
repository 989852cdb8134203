import { randomSecret, sha256 } from '@tessera/platform';

/** The first characters say what a token is, to us and to scanners that look for leaked secrets. */
export const kinds = { session: 'tsn_', access: 'tac_', refresh: 'trf_', device: 'tdv_' } as const;
export type TokenKind = keyof typeof kinds;

export interface NewToken {
  token: string;
  hash: Buffer;
}

/** 256 random bits; only the hash is kept, which suffices for a secret that cannot be guessed. */
export function newToken(kind: TokenKind): NewToken {
  const token = kinds[kind] + randomSecret(32);
  return { token, hash: sha256(token) };
}

export const isOf = (kind: TokenKind, token: string): boolean => token.startsWith(kinds[kind]);
