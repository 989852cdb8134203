import { Controller } from '@nestjs/common';
import {
  addMessage,
  AddMessage,
  closeRequest,
  CloseRequest,
  createRequest,
  CreateRequest,
  findRequest,
  FindRequest,
  getRequest,
  GetRequest,
  getRequestForm,
  GetRequestForm,
  listMessages,
  ListMessages,
  listRequests,
  ListRequests,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class RequestsController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /request-form', getRequestForm)
  form(@Input() input: GetRequestForm, @Ctx() ctx: RequestContext) {
    return this.bus.relay(getRequestForm, input, ctx);
  }

  @Route('POST /requests', createRequest, { status: 201 })
  create(@Input() input: CreateRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(createRequest, input, ctx);
  }

  @Route('GET /requests', listRequests)
  list(@Input() input: ListRequests, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listRequests, input, ctx);
  }

  @Route('GET /requests/by-number/:number', findRequest)
  find(@Input() input: FindRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(findRequest, input, ctx);
  }

  @Route('GET /requests/:id', getRequest)
  get(@Input() input: GetRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(getRequest, input, ctx);
  }

  @Route('POST /requests/:id/close', closeRequest)
  close(@Input() input: CloseRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(closeRequest, input, ctx);
  }

  @Route('GET /requests/:id/messages', listMessages)
  messages(@Input() input: ListMessages, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listMessages, input, ctx);
  }

  @Route('POST /requests/:id/messages', addMessage, { status: 201 })
  addMessage(@Input() input: AddMessage, @Ctx() ctx: RequestContext) {
    return this.bus.relay(addMessage, input, ctx);
  }
}
