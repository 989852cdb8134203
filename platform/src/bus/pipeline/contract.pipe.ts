import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { validate } from '@tessera/contracts/kit';
import { refuse } from '../../errors/problem.js';
import type { BusRequest } from './bus-request.js';

/** Makes the handler's payload of a request: its body, if that is what the contract says. Unknown fields are tolerated. */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { type }: ArgumentMetadata): unknown {
    if (type !== 'body') return value;
    const request = value as BusRequest;
    const errors = validate(request.contract.request, request.input, 'tolerant');
    if (!errors.length) return request.input;
    request.malformed = true;
    return refuse('VALIDATION_FAILED', { errors });
  }
}
