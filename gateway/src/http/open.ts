import { SetMetadata } from '@nestjs/common';

const OPEN = 'tessera:open';

/** For controllers without authentication, rate limit and context: health, brand and documentation. */
export const Open = (): ClassDecorator => SetMetadata(OPEN, true);

export const isOpen = (controller: object | null): boolean =>
  controller !== null && Reflect.getMetadata(OPEN, controller) === true;
