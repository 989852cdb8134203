import { domainToASCII, domainToUnicode } from 'node:url';
import { readsAsItIs } from './scripts.js';

/**
 * Addresses that a mail server surely delivers to the one mailbox that a person reads: ASCII only, no quoted
 * local part, no comments, no lists (spec/security.md, cases 26 and 28). RFC 5321 limits: 64 and 255 octets.
 */
export function isEmail(s: string): boolean {
  if (s.length > 254) return false;
  const at = s.lastIndexOf('@');
  if (at < 1 || at > 64 || s.indexOf('@') !== at) return false;
  const local = s.slice(0, at);
  const labels = s.slice(at + 1).split('.');
  return (
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/.test(local) &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    !local.includes('..') &&
    labels.length >= 2 &&
    labels.every((l) => l.length <= 63 && /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/.test(l))
  );
}

/** Longer ones do not become shorter than 254 characters. */
const MAX_INPUT = 1_024;
/** Letters, digits and marks of any script, and what stands between them; nothing that a URL would take for something else. */
const DOMAIN = /^(?:[A-Za-z0-9.-]|[^\0-\x7f])+$/;

/** Without what comes along when an address is copied: blanks of every kind, and what nobody sees. */
const TRIMMED = /[^\s\p{Cf}](?:.*[^\s\p{Cf}])?/su;

/**
 * An address as it is kept: without blanks around it, and with an international domain in the form that servers know, `xn--…` (UTS 46). The part
 * before the @ stays ASCII: servers that take others are few, and look-alikes of it could not be told apart.
 * @returns null for what is no address
 */
export function canonicalEmail(given: string): string | null {
  if (given.length > MAX_INPUT) return given;
  const text = TRIMMED.exec(given)?.[0] ?? '';
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  if (at < 1 || !needsMapping(domain)) return text;
  if (!DOMAIN.test(domain)) return null;
  const ascii = domainToASCII(domain);
  // A number is no top level domain: full-width digits would become the address of a machine.
  return ascii && !/(^|\.)\d+$/.test(ascii) ? `${text.slice(0, at)}@${ascii}` : null;
}

const needsMapping = (domain: string): boolean => /[^\0-\x7f]|(^|\.)xn--/i.test(domain);

/**
 * An address as people read it: `info@bücher.example`. A domain that can be taken for another one, because one of its labels
 * mixes scripts or is made of letters that look like Latin ones, stays in its `xn--…` form.
 */
export function displayEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  if (at < 1 || !/(^|\.)xn--/i.test(domain)) return email;
  const shown = domainToUnicode(domain);
  const safe = shown.split('.').every(readsAsItIs) && domainToASCII(shown) === domain.toLowerCase();
  return safe ? `${email.slice(0, at)}@${shown}` : email;
}
