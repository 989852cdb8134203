import { Reflector } from '@nestjs/core';
import type { RequestContract } from '@tessera/contracts/kit';

/** Metadata of a handler: the contract that it answers. `@Handles` sets it, guards and interceptors read it by Reflector. */
export const Contract = Reflector.createDecorator<RequestContract>();
