import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { requireAccess } from '../../context/access.js';
import type { BusRequest } from './bus-request.js';
import { Contract } from './contract.js';

/** Applies the access rule of the handler's contract. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToRpc().getData<BusRequest>();
    requireAccess(this.reflector.get(Contract, context.getHandler()).access, request.ctx);
    return (request.admitted = true);
  }
}
