import { createRequire } from 'node:module';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../start/settings.mjs';

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
  const file = join(root, schemaFile);
  const head = '/** Generated from docs/api/openapi.json by `npm run generate`. */\n\n';
  return prettier.format(head + types, { ...(await prettier.resolveConfig(file)), filepath: file });
}
