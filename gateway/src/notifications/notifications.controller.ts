import { Controller } from '@nestjs/common';
import {
  Empty,
  listNotifications,
  ListNotifications,
  readAllNotifications,
  readNotification,
  ReadNotification,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class NotificationsController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /notifications', listNotifications)
  list(@Input() input: ListNotifications, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listNotifications, input, ctx);
  }

  @Route('POST /notifications/read-all', readAllNotifications)
  readAll(@Input() input: Empty, @Ctx() ctx: RequestContext) {
    return this.bus.relay(readAllNotifications, input, ctx);
  }

  @Route('POST /notifications/:id/read', readNotification)
  read(@Input() input: ReadNotification, @Ctx() ctx: RequestContext) {
    return this.bus.relay(readNotification, input, ctx);
  }
}
