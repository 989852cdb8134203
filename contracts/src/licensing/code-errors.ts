/** Why a code or key file that somebody shows is not taken, whatever it is shown for. */
export const codeErrors = {
  CODE_UNKNOWN: 'not_found',
  CODE_MALFORMED: 'unprocessable',
  KEY_FILE_INVALID: 'unprocessable',
  LICENSE_EXPIRED: 'unprocessable',
  LICENSE_BLOCKED: 'unprocessable',
  LICENSE_SUPERSEDED: 'unprocessable',
} as const;
