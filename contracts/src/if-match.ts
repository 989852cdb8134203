/** Further versions, where `If-Match` is a list: any of them may be the current one. */
export const OTHER_VERSIONS = { max: 16, pattern: '^[0-9]+$', maxItems: 50, optional: true } as const;
