import type { KeyFileContent } from '@tessera/license/format';

export interface NamedKeyFile {
  /** `XXXXXXXX.key` */
  name: string;
  content: KeyFileContent;
}

/**
 * The text of `Compatibility_List.txt`: which application is activated by which key file (LIC-030). One line an
 * application, by name; CR LF line ends, so that every editor shows it as lines.
 */
export function compatibilityList(keyFiles: readonly NamedKeyFile[]): string {
  const rows = keyFiles
    .flatMap(rowsOf)
    .sort((a, b) => compare(a.application, b.application) || compare(a.keyFile, b.keyFile));
  const width = Math.max('Application'.length, ...rows.map((row) => row.application.length)) + 2;
  const lines = [
    'Which application is activated by which key file',
    '',
    `${'Application'.padEnd(width)}Key file`,
    ...rows.map((row) => `${row.application.padEnd(width)}${row.keyFile}`),
    '',
    `Serial number: ${listOf(keyFiles, ({ serialNumber }) => serialNumber)}`,
    `Order number: ${listOf(keyFiles, ({ orderNumber }) => orderNumber)}`,
    `Licensee: ${listOf(keyFiles, ({ licensee }) => licensee)}`,
    `Valid until: ${listOf(keyFiles, ({ expiresAt }) => expiresAt)}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function rowsOf({ name, content }: NamedKeyFile): { application: string; keyFile: string }[] {
  const { product, applications } = content;
  const own = applications.some(({ productId }) => productId === product.id)
    ? []
    : [{ productId: product.id, name: product.name, versions: [] }];
  return [...own, ...applications].map((application) => ({
    application: [application.name, application.versions.join(', ')].filter(Boolean).join(' '),
    keyFile: name,
  }));
}

function listOf(keyFiles: readonly NamedKeyFile[], pick: (content: KeyFileContent) => string): string {
  return [...new Set(keyFiles.map(({ content }) => pick(content)))].join(', ');
}

/** By code unit: the list must not depend on the server's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
