/** A mail as it came over the wire, read by the rules of RFC 5322, 2045 and 2047; only what our mails use. */
export class Received {
  readonly headers: { name: string; value: string }[];
  private readonly body: string;

  /** @param raw the mail, one character for each byte */
  constructor(
    readonly raw: string,
    readonly to: string[],
  ) {
    const end = raw.indexOf('\r\n\r\n');
    this.headers = raw
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => ({
        name: line.slice(0, line.indexOf(':')).toLowerCase(),
        value: decodeWords(line.slice(line.indexOf(':') + 1).trim()),
      }));
    this.body = raw.slice(end + 4);
  }

  /** The value of a header that must stand there exactly once. */
  header(name: string): string {
    const all = this.headers.filter((h) => h.name === name.toLowerCase());
    if (all.length !== 1) throw new Error(`${all.length} headers are named ${name}`);
    return all[0]!.value;
  }

  get subject(): string {
    return this.header('Subject');
  }
  get text(): string {
    return this.part('text/plain').toString();
  }
  get html(): string {
    return this.part('text/html').toString();
  }

  /** The decoded content of the first part of a type, however deep it lies. */
  part(type: string): Buffer {
    const found = this.leaves().find((leaf) => leaf.header('Content-Type').startsWith(type));
    if (!found) throw new Error(`no part is ${type}`);
    return found.content();
  }

  private leaves(): Received[] {
    const boundary = /boundary="?([^";]+)"?/.exec(this.header('Content-Type'))?.[1];
    if (!boundary) return [this];
    return this.body
      .split(new RegExp(`(?:^|\r\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?(?:\r\n|$)`))
      .slice(1, -1)
      .flatMap((part) => new Received(part, this.to).leaves());
  }

  private content(): Buffer {
    const encoding = this.headers.find((h) => h.name === 'content-transfer-encoding')?.value;
    if (encoding === 'base64') return Buffer.from(this.body, 'base64');
    if (encoding === 'quoted-printable') return quotedPrintable(this.body.replace(/=\r\n/g, ''));
    return Buffer.from(this.body, 'latin1');
  }
}

const quotedPrintable = (s: string): Buffer =>
  Buffer.from(
    s.replace(/=([0-9A-F]{2})/g, (_m, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** Encoded words; those that follow each other are one. */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_m, kind: string, word: string) =>
      (kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64')
        : quotedPrintable(word.replaceAll('_', ' '))
      ).toString('latin1'),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString());
}
