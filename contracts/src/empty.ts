/** A request or a reply without fields. */
export class Empty {}
