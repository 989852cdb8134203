/**
 * Lengths of what people write, in code points of its canonical form: each stands here once, for every contract that the value
 * passes. What is made of several is fitted when it is made (`fitText`).
 */
export const MAX_PERSON_NAME = 100;
/** First name, a blank, last name. */
export const MAX_FULL_NAME = 2 * MAX_PERSON_NAME + 1;
export const MAX_COMPANY_NAME = 200;
/** Names of products and of their groups, as the catalogue has them. */
export const MAX_PRODUCT_NAME = 200;
export const MAX_PRODUCT_VERSION = 40;
/** A device in the devices of a company; an application names the one that it runs on itself. */
export const MAX_DEVICE_NAME = 100;
export const MAX_SEAT_NAME = 200;
export const MAX_SUBJECT = 300;
/** A message, or the description of a request. */
export const MAX_MESSAGE = 20_000;
export const MAX_FILE_NAME = 255;
/** Why a license was blocked, or is no longer. */
export const MAX_REASON = 1_000;
