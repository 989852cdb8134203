import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './start/settings.mjs';

/**
 * docker-compose.yml as compose sees it, for tests: anchors resolved, `${VARIABLE}` filled in.
 * @typedef {object} Container
 * @property {string} [image]
 * @property {{ context: string, args: Record<string, string> }} [build]
 * @property {Record<string, string>} [environment]
 * @property {string[]} [volumes]
 * @property {string[]} [ports]
 * @property {string[]} [command]
 * @property {Record<string, { condition: string }>} [depends_on]
 */

export const composeFile = join(root, 'docker-compose.yml');

/** `${NAME}`, `${NAME:?}` and `${NAME:-fallback}`. */
const reference = /\$\{([A-Z0-9_]+)(?::(?:\?|-([^}]*)))?\}/g;

/** @returns {{ name: string, fallback: string | undefined }[]} every variable that the file asks the environment for */
export function variablesOfCompose() {
  const text = readFileSync(composeFile, 'utf8').replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(reference)].map(([, name, fallback]) => ({ name, fallback }));
}

/**
 * @param {Record<string, string | undefined>} variables as `.env` gives them
 * @returns {{ services: Record<string, Container>, volumes: Record<string, unknown>, networks: Record<string, unknown> }}
 */
export function readCompose(variables) {
  const document = parse(readFileSync(composeFile, 'utf8'), { merge: true });
  return fill(document, variables);
}

/** Compose fills in values after it has read the YAML, so that a value may have several lines. @param {any} node @param {Record<string, string | undefined>} variables @returns {any} */
function fill(node, variables) {
  if (typeof node === 'string') return filled(node, variables);
  if (Array.isArray(node)) return node.map((item) => fill(item, variables));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, variables)]));
}

/** @param {string} text @param {Record<string, string | undefined>} variables */
function filled(text, variables) {
  return text.replace(reference, (whole, name, fallback) => {
    const value = variables[name] || fallback;
    if (value === undefined) throw new Error(`${name} is not set, and ${whole} has no other value`);
    return value;
  });
}
