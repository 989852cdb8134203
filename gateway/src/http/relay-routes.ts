import { Controller, type Type } from '@nestjs/common';
import type { ReplyOf, RequestContract, Shape } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route, type RouteOptions } from './route.js';
import type { HttpMethod } from './routes.js';

export interface RelayOptions<Reply = unknown> extends RouteOptions<Reply> {
  /** What the client gets in place of the reply itself; `reply` is then its shape. */
  present?: (reply: Reply) => unknown;
}

/** A contract with the options of its route. */
export interface RelayedContract<C extends RequestContract = RequestContract> {
  readonly contract: C;
  readonly options: RelayOptions;
}

type Row = RequestContract | RelayedContract;
type ContractOf<R> = R extends RelayedContract<infer C> ? C : R;
type RequestOf<R> = ContractOf<R> extends { request: Shape<infer Request> } ? Request : never;

type ParameterOf<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** For each row what it must be besides: nothing, or what says which parameter of its path is no field of the request. */
type Checked<Rows> = {
  [Line in keyof Rows]: Line extends `${HttpMethod} /${string}`
    ? [Exclude<ParameterOf<Line>, keyof RequestOf<Rows[Line]>>] extends [never]
      ? unknown
      : { noFieldOfTheRequest: Exclude<ParameterOf<Line>, keyof RequestOf<Rows[Line]>> }
    : { noMethodAndPath: Line };
};

/** A row of a table of routes that needs more than the contract, e.g. another status. */
export const route = <C extends RequestContract>(
  contract: C,
  options: RelayOptions<ReplyOf<C>>,
): RelayedContract<C> => ({ contract, options: options as RelayOptions });

/**
 * A controller of routes that only ask a contract and hand on its reply: `'GET /licenses/:id': getLicense`. The reply is
 * not even parsed, unless an option looks at it. Route, input and contract cannot differ, and a parameter of the path that is
 * no field of the request does not compile. What does more is a controller of its own.
 */
export function relayRoutes<Rows extends Record<string, Row>>(rows: Rows & Checked<Rows>): Type {
  @Controller()
  class Relays {
    constructor(readonly bus: Bus) {}
  }
  for (const [line, row] of Object.entries<Row>(rows)) {
    const { contract, options } = 'contract' in row ? row : route(row, {});
    declareRoute(Relays, line as `${HttpMethod} /${string}`, contract, options);
  }
  return Relays;
}

/** What `@Route(line, contract, options) method(@Input() input, @Ctx() ctx) { … }` does in a class. */
function declareRoute(
  controller: Type<{ bus: Bus }>,
  line: `${HttpMethod} /${string}`,
  contract: RequestContract,
  { present, ...options }: RelayOptions,
): void {
  const prototype = controller.prototype as Record<string, unknown>;
  const looksAtReply = present ?? options.etag ?? options.download ?? options.statusOf;
  prototype[line] = looksAtReply
    ? async function (this: { bus: Bus }, input: object, ctx: RequestContext) {
        const reply = await this.bus.ask(contract, input, ctx);
        return present ? present(reply) : reply;
      }
    : function (this: { bus: Bus }, input: object, ctx: RequestContext) {
        return this.bus.relay(contract, input, ctx);
      };
  Route(line, contract, options)(prototype, line, Object.getOwnPropertyDescriptor(prototype, line)!);
  Input()(prototype, line, 0);
  Ctx()(prototype, line, 1);
}
