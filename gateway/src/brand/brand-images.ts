import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { accentColors, ConfigurationError } from '@tessera/platform';
import type { Config } from '../config.js';

export interface Image {
  type: string;
  bytes: Buffer;
}

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
};
const MAX_IMAGE_BYTES = 262_144;

/** The vendor's images, read once at the start. @throws ConfigurationError for a file that is no image of these types */
export function readImages(config: Config): Record<'logo' | 'logo-dark' | 'favicon', Image> {
  const made = initials(config.BRAND_NAME, accentColors(config.BRAND_ACCENT).shades[8]!);
  const logo = read('BRAND_LOGO', config.BRAND_LOGO) ?? made;
  return {
    logo,
    'logo-dark': read('BRAND_LOGO_DARK', config.BRAND_LOGO_DARK) ?? logo,
    favicon: read('BRAND_FAVICON', config.BRAND_FAVICON) ?? made,
  };
}

function read(variable: string, file: string | undefined): Image | null {
  if (!file) return null;
  const type = types[extname(file).toLowerCase()];
  if (!type) throw new ConfigurationError([`${variable} must be one of ${Object.keys(types).join(', ')}`]);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ConfigurationError([`${variable} cannot be read (${(error as NodeJS.ErrnoException).code})`]);
  }
  if (bytes.length > MAX_IMAGE_BYTES) throw new ConfigurationError([`${variable} is larger than 256 KiB`]);
  return { type, bytes };
}

/** A tile with the first letters of the first two words, for a vendor without an image. */
function initials(name: string, color: string): Image {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words
    .slice(0, 2)
    .map((word) => [...word][0]!)
    .join('')
    .toUpperCase();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${color}"/><text x="16" y="16" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${[...letters].length > 1 ? 14 : 18}" fill="#fff">${letters}</text></svg>`;
  return { type: types['.svg']!, bytes: Buffer.from(svg) };
}
