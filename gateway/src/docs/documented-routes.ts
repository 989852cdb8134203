import { routes } from '../http/routes.js';

/** The routes in the form that the documents are made from: `{name}` for parameters, the area as tag. */
export function documentedRoutes() {
  return routes().map((r) => ({
    method: r.method,
    path: r.path.replaceAll(/:([A-Za-z]+)/g, '{$1}'),
    contract: r.contract,
    status: r.status,
    tag: r.options.tag ?? r.contract.service,
    ...(r.options.body ? { body: r.options.body } : {}),
    ...(r.options.reply ? { reply: r.options.reply } : {}),
    etag: r.options.etag === true,
    tolerant: r.options.tolerant === true,
    bearer: r.options.bearer,
    download: r.options.download !== undefined,
  }));
}
