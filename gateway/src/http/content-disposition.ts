/**
 * `Content-Disposition: attachment` with a name by RFC 6266: an ASCII form for old readers, and the whole name by
 * RFC 8187. No character of the name can end the header or the quoted string.
 */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%/]/g, '_').slice(0, 150) || 'file';
  const encoded = encodeURIComponent(fileName.slice(0, 150).toWellFormed()).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
