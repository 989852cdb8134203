import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CONFIG, LOGGER } from '@tessera/platform';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { portalFolder } from './portal-folder.js';
import { servePortal } from './portal-routes.js';

@Module({})
export class PortalModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const folder = portalFolder(this.config.PORTAL_DIR);
    const fastify = this.host.httpAdapter.getInstance() as unknown as FastifyInstance;
    if (!folder || !servePortal(fastify, folder))
      this.logger.warn({ folder }, 'no built portal: only the API is served');
  }
}
