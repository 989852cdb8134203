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

/** What Unicode has for a dot and a colon; browsers and some mail programs read them as these. */
const dots = '.\u2024\u3002\ufe52\uff0e\uff61';
const colons = ':\u02d0\u2236\ufe13\ufe55\uff1a';
/** Behind these a link may begin or go on: a scheme's colon, the slashes after it, a dot before a letter, an at sign. */
const joints = new RegExp(
  `(?<=\\p{L})[${colons}](?=\\S)|[/\uff0f\u2044\u2215](?=[/\uff0f\u2044\u2215])|[${dots}](?=[\\p{L}\\p{M}])|[@\uff20\ufe6b](?=\\S)`,
  'gu',
);
/** Numbers between dots are an address when there are four of them; fewer are a version. */
const numeric = new RegExp(`\\d{1,3}(?:[${dots}]\\d{1,3}){3}`, 'gu');
const dot = new RegExp(`[${dots}]`, 'gu');

/**
 * A name that mail programs do not turn into a link: somebody who chooses the company's or his own name could otherwise
 * put an address of his into the vendor's mail. An invisible space after what makes an address is enough.
 */
export function withoutLinks(value: string): string {
  return value.replace(joints, '$&\u200b').replace(numeric, (address) => address.replace(dot, '$&\u200b'));
}

export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
