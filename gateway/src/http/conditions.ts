/** One entity tag of a list (RFC 9110, 8.8.3). */
interface EntityTag {
  weak: boolean;
  /** Without its quotes. */
  opaque: string;
}

const TAG = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;
/** No client sends longer lists. */
const MAX_TAGS = 50;

/** @returns `*`, or the tags of the list, without what is no tag */
function tagsOf(header: string): '*' | EntityTag[] {
  if (header.trim() === '*') return '*';
  // A tag may have commas within.
  const parts = header.match(/(?:W\/)?"[^"]*"|[^,\s]+/g) ?? [];
  return parts.slice(0, MAX_TAGS).flatMap((part) => {
    const match = TAG.exec(part);
    return match ? [{ weak: match[1] !== undefined, opaque: match[2]! }] : [];
  });
}

const opaqueOf = (etag: string): string => etag.replace(/^W\//, '').slice(1, -1);

/**
 * `If-None-Match`, by weak comparison (RFC 9110, 13.1.2): whether the client has the current version, so that a GET is
 * answered by 304. A proxy that weakens tags changes nothing here.
 * @param etag of the current version, with its quotes
 */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = tagsOf(header);
  return tags === '*' || tags.some(({ opaque }) => opaque === opaqueOf(etag));
}

/**
 * `If-Match`, by strong comparison (RFC 9110, 13.1.1): the versions of which one must be the current one; `*` for any that
 * exists. A weak tag matches nothing.
 */
export function versionsOf(header: string): '*' | number[] {
  const tags = tagsOf(header);
  if (tags === '*') return '*';
  return tags
    .filter(({ weak, opaque }) => !weak && /^[1-9]\d{0,8}$/.test(opaque))
    .map(({ opaque }) => Number(opaque));
}

/** `If-Range` (RFC 9110, 13.1.5): whether a part may be sent. A date matches nothing: no answer has one. */
export function allowsRange(header: string | undefined, etag: string): boolean {
  if (header === undefined) return true;
  const tags = tagsOf(header);
  return tags !== '*' && tags.length === 1 && !tags[0]!.weak && tags[0]!.opaque === opaqueOf(etag);
}
