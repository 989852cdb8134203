/** Characters that end a line, hide text or turn its direction: never part of a name. */
const unwanted = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of one line that is safe in a header: whatever was in it, it stays one line of one header. */
export function line(value: string, max = 300): string {
  return Array.from(value.toWellFormed().replace(unwanted, ' ').replace(/\s+/gu, ' ').trim())
    .slice(0, max)
    .join('');
}

/** Text of several lines without control characters. */
export function lines(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unwanted, (c) => (c === '\n' || c === '\t' ? c : ''));
}

/**
 * A name that mail programs do not turn into a link: somebody who chooses the company's or his own name could otherwise
 * put an address of his into the vendor's mail. An invisible space after what makes an address is enough.
 */
export function withoutLinks(value: string): string {
  return value.replace(/(:\/\/|\.(?=\p{L})|@(?=\S))/gu, '$1\u200b').replaceAll('://', ':\u200b//');
}

export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
