/** RFC 4180, with a mark that tells spreadsheets that it is UTF-8. */
export const toCsv = (rows: string[][]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/**
 * A spreadsheet takes what begins like a formula for one, quoted or not: an apostrophe before it makes it text. A
 * customer chooses the name of their company, and somebody of the vendor opens the file.
 */
function cell(value: string): string {
  const text = /^[\s]*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
