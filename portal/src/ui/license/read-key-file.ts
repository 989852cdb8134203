/** As docs/key-file-format.md says: ASCII, at most 16,384 bytes, beginning with its type. null: another kind of file. */
const LONGEST = 16_384;
const BEGIN = '-----BEGIN TESSERA KEY FILE-----';

export async function readKeyFile(file: Blob): Promise<string | null> {
  if (file.size > LONGEST) return null;
  const text = await file.text();
  return text.startsWith(BEGIN) ? text : null;
}
