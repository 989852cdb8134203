import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { openApi } from '@tessera/contracts';
import { refuse } from '@tessera/platform';
import type { FastifyReply } from 'fastify';
import { Open } from '../http/open.js';
import { PREFIX } from '../http/routes.js';
import { documentedRoutes } from './documented-routes.js';
import { plainPaths } from './plain-paths.js';

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The files of the page, and no others. */
const files: Record<string, { type: string; read: () => Promise<Buffer | string> }> = {
  'swagger-ui.css': { type: 'text/css', read: () => readFile(join(swagger, 'swagger-ui.css')) },
  'swagger-ui-bundle.js': {
    type: 'text/javascript',
    read: () => readFile(join(swagger, 'swagger-ui-bundle.js')),
  },
  'start.js': {
    type: 'text/javascript',
    read: () =>
      Promise.resolve(
        `window.SwaggerUIBundle({ url: '${PREFIX}/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });`,
      ),
  },
};

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Tessera API</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="api"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`;

/** The API's document, made from the contracts, and a page to browse it that needs no inline script. */
@Open()
@Controller()
export class DocsController {
  @Get(`${PREFIX}/openapi.json`)
  document(): object {
    return openApi(documentedRoutes(), '1.0.0', plainPaths);
  }

  @Get('/api/docs')
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      );
    return page;
  }

  @Get('/api/docs/:file')
  async file(
    @Param('file') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | string> {
    const file = Object.hasOwn(files, name) ? files[name]! : refuse('NOT_FOUND');
    reply
      .header('content-type', `${file.type}; charset=utf-8`)
      .header('cache-control', 'public, max-age=3600');
    return file.read();
  }
}
