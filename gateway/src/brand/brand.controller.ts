import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { validate } from '@tessera/contracts';
import { CONFIG, refuse } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { FixedDocument } from '../docs/fixed-document.js';
import { Open } from '../http/open.js';
import { PREFIX } from '../http/routes.js';
import { readImages } from './brand-images.js';
import { brandSheet } from './brand-sheet.js';

/** Images are only shown: a vendor's SVG must not run as a page. */
const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

class NoQuery {}

/** The vendor's name, colors and images, which the portal reads before a person has signed in. */
@Open()
@Controller()
export class BrandController {
  private readonly facts: FixedDocument;
  private readonly sheet: FixedDocument;
  private readonly images: Map<string, FixedDocument>;

  constructor(@Inject(CONFIG) config: Config) {
    this.facts = new FixedDocument('application/json; charset=utf-8', () =>
      JSON.stringify({
        name: config.BRAND_NAME,
        accent: config.BRAND_ACCENT,
        support: config.BRAND_SUPPORT,
        links: config.BRAND_LINKS,
        poweredBy: config.BRAND_POWERED_BY,
      }),
    );
    this.sheet = new FixedDocument('text/css; charset=utf-8', () => brandSheet(config.BRAND_ACCENT));
    const headers = { 'cache-control': 'public, max-age=3600', 'content-security-policy': IMAGE_POLICY };
    this.images = new Map(
      Object.entries(readImages(config)).map(([name, { type, bytes }]) => [
        name,
        new FixedDocument(type, () => Promise.resolve(bytes), headers),
      ]),
    );
  }

  @Get(`${PREFIX}/brand`)
  brand(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const errors = validate(NoQuery, request.query as object, 'strict', 'query');
    if (errors.length) refuse('VALIDATION_FAILED', { errors });
    return this.facts.send(request, reply);
  }

  @Get('/brand.css')
  styles(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.sheet.send(request, reply);
  }

  @Get('/brand/:image')
  image(
    @Param('image') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return (this.images.get(name) ?? refuse('NOT_FOUND')).send(request, reply);
  }
}
