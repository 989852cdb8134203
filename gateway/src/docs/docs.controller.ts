import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { openApi } from '@tessera/contracts';
import { CONFIG, refuse } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { Open } from '../http/open.js';
import { PREFIX } from '../http/routes.js';
import { documentedRoutes } from './documented-routes.js';
import { FixedDocument } from './fixed-document.js';
import { plainPaths } from './plain-paths.js';

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const readSwagger = (name: string) => () => readFile(join(swagger, name));
const LASTING = { 'cache-control': 'public, max-age=3600' };

const START = `window.SwaggerUIBundle({ url: '${PREFIX}/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });`;

/** The files of the page, and no others. */
const files: Record<string, FixedDocument> = {
  'swagger-ui.css': new FixedDocument('text/css; charset=utf-8', readSwagger('swagger-ui.css'), LASTING),
  'swagger-ui-bundle.js': new FixedDocument(
    'text/javascript; charset=utf-8',
    readSwagger('swagger-ui-bundle.js'),
    LASTING,
  ),
  'start.js': new FixedDocument('text/javascript; charset=utf-8', () => START, LASTING),
};

const makePage = (vendor: string) =>
  new FixedDocument(
    'text/html; charset=utf-8',
    () => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(vendor)} API</title><link rel="icon" href="/brand/favicon"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="api"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`,
    {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    },
  );

const document = new FixedDocument('application/json; charset=utf-8', () =>
  JSON.stringify(openApi(documentedRoutes(), '1.0.0', plainPaths)),
);

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The API's document, made from the contracts, and a page to browse it that needs no inline script. */
@Open()
@Controller()
export class DocsController {
  private readonly page: FixedDocument;

  constructor(@Inject(CONFIG) config: Config) {
    this.page = makePage(config.BRAND_NAME);
  }

  @Get(`${PREFIX}/openapi.json`)
  document(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return document.send(request, reply);
  }

  @Get('/api/docs')
  browse(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.page.send(request, reply);
  }

  @Get('/api/docs/:file')
  file(
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const file = Object.hasOwn(files, name) ? files[name]! : refuse('NOT_FOUND');
    return file.send(request, reply);
  }
}
