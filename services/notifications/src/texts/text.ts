/** A mail in one language. Names in double braces are filled in; see fill.ts. */
export interface MailText {
  subject: string;
  text: string;
  /** What stands between the greeting and the footer. */
  html: string;
}

/** The same as the portal shows it. */
export interface NoticeText {
  title: string;
  text: string;
}
