import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../start/settings.mjs';
import { formatted } from './formatted.mjs';

// It is the portal's, whose TypeScript is the only one that it works with here.
const portal = createRequire(join(root, 'portal/package.json'));

export const schemaFile = 'portal/src/api/schema.d.ts';

/**
 * The API as TypeScript types, for the portal's client.
 * @param {object} openApi the document
 */
export async function portalSchema(openApi) {
  const { default: openapiTS, astToString } = portal('openapi-typescript');
  // It resolves references in place.
  const types = astToString(await openapiTS(structuredClone(openApi)));
  const head = '/** Generated from docs/api/openapi.json by `npm run generate`. */\n\n';
  return formatted(schemaFile, head + types);
}
