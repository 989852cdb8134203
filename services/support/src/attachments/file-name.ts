/** Names that are devices on Windows, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
/** Control characters, invisible ones, and those that change the direction of what follows: `gpj.exe` for `exe.jpg`. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\ufffd]/gu;
/** What a file system or a shell reads as something else. */
const SPECIAL = /[<>:"|?*]/g;
/** Most file systems take 255 bytes. */
const MAX_NAME_BYTES = 200;
const MAX_EXTENSION = 20;

/**
 * Makes a name that is safe to store, to show and to save under, of what a client says its file is called
 * (spec/security.md, case 31). The bytes never lie under this name; they lie under the attachment's id.
 */
export function toFileName(said: string): string {
  const last = said.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = last.replace(HIDDEN, '').replace(SPECIAL, '_').replace(/\s+/g, ' ');
  const trimmed = clean.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  const safe = DEVICE.test(trimmed) ? `_${trimmed}` : trimmed;
  return shorten(safe) || 'file';
}

/** Cuts in front of the extension, never inside a character. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION ? name.slice(dot) : '';
  let stem = '';
  let bytes = Buffer.byteLength(extension);
  for (const character of name.slice(0, name.length - extension.length)) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_NAME_BYTES) break;
    stem += character;
  }
  return `${stem.trimEnd()}${extension}`;
}
