import { Controller, Header } from '@nestjs/common';
import { type Empty, getRootKey } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class RootKeyController {
  constructor(private readonly bus: Bus) {}

  /** The same for everybody, and for years: caches on the way may answer. */
  @Route('GET /root-key', getRootKey)
  @Header('cache-control', 'public, max-age=3600')
  get(@Input() input: Empty, @Ctx() ctx: RequestContext) {
    return this.bus.relay(getRootKey, input, ctx);
  }
}
