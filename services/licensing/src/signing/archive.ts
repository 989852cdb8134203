import { strToU8, zipSync, type Zippable } from 'fflate';
import { compatibilityList, type NamedKeyFile } from './compatibility-list.js';

export interface SignedKeyFile extends NamedKeyFile {
  /** As `signKeyFile` made it. */
  text: string;
}

/**
 * The archive of the key-file mail (LIC-029): the key files and `Compatibility_List.txt`. The same input gives the same
 * bytes; the entries carry the time of the newest key file.
 * @throws RangeError without a key file, or if two have one name.
 */
export function keyFileArchive(keyFiles: readonly SignedKeyFile[]): Uint8Array {
  const names = new Set(keyFiles.map(({ name }) => name));
  if (keyFiles.length === 0 || names.size !== keyFiles.length) {
    throw new RangeError('An archive needs at least one key file, each with a name of its own.');
  }
  const entries: Zippable = {};
  for (const { name, text } of keyFiles) entries[name] = strToU8(text);
  entries['Compatibility_List.txt'] = strToU8(compatibilityList(keyFiles));
  return zipSync(entries, { level: 9, mtime: newest(keyFiles) });
}

function newest(keyFiles: readonly SignedKeyFile[]): Date {
  return new Date(Math.max(...keyFiles.map(({ content }) => Date.parse(content.issuedAt))));
}
