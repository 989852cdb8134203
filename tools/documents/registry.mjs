import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../start/settings.mjs';
import { Problem } from '../world/problem.mjs';

/** The compiled module of a project. @param {string} path from the repository's root @returns {Promise<any>} */
export async function built(path) {
  const file = join(root, path);
  if (!existsSync(file)) throw new Problem(`${path} is not built; run npm run build first.`);
  return import(pathToFileURL(file).href);
}

/** The contracts, all of them, with the kit. */
export const contracts = () => built('contracts/dist/index.js');

/** The gateway's routes; its controllers declare them when they are imported. */
export async function gatewayRoutes() {
  await built('gateway/dist/app.module.js');
  const { documentedRoutes } = await built('gateway/dist/docs/documented-routes.js');
  return documentedRoutes();
}

/** Those of its routes that ask no contract. */
export async function plainPaths() {
  return (await built('gateway/dist/docs/plain-paths.js')).plainPaths;
}

/** The version that the documents carry. */
export const API_VERSION = '1.0.0';
