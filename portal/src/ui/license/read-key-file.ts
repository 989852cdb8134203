/** As docs/key-file-format.md says at most 16,384 bytes, and what editors and mail programs add; the service undoes that. */
const MAX_KEY_FILE_BYTES = 20_000;
const BEGIN = '-----BEGIN TESSERA KEY FILE-----';

/** null: another kind of file. */
export async function readKeyFile(file: Blob): Promise<string | null> {
  if (file.size > MAX_KEY_FILE_BYTES) return null;
  const text = await file.text();
  return text.includes(BEGIN) ? text : null;
}
