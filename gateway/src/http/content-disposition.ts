import { create } from 'content-disposition';

/** Longer names are refused by some browsers and file systems; ours are shorter where they are made. Code points. */
const MAX_NAME = 200;
/** What follows the last dot is an extension up to here, and stays when the rest is cut. Code points. */
const MAX_EXTENSION = 20;

/**
 * `Content-Disposition: attachment` with a name by RFC 6266: an ASCII form for old readers, and, where it differs, the
 * whole name by RFC 8187.
 */
export function contentDisposition(fileName: string): string {
  const name = shorten(fileName.toWellFormed()) || 'file';
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%/]/gu, '_');
  return create(name, { fallback: ascii });
}

function shorten(name: string): string {
  const points = [...name];
  if (points.length <= MAX_NAME) return name;
  const dot = points.lastIndexOf('.');
  const extension = dot > 0 && points.length - dot <= MAX_EXTENSION ? points.slice(dot) : [];
  return [...points.slice(0, MAX_NAME - extension.length), ...extension].join('');
}
