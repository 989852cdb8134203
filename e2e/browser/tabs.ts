import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openTab, type Tab } from './browser.js';

/** The tabs of one test; closing them tells what the browser complained about in any. */
export class Tabs {
  private open: Tab[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  async add(options: BrowserContextOptions = {}): Promise<Page> {
    const tab = await openTab(this.browser, this.url, options);
    this.open.push(tab);
    return tab.page;
  }

  /** Whatever else a test is about: no page breaks the content security policy, and no script fails; [] is right. */
  async close(): Promise<string[]> {
    const tabs = this.open.splice(0);
    await Promise.all(tabs.map((tab) => tab.context.close()));
    return tabs.flatMap(({ complaints }) => [...complaints.policy, ...complaints.errors]);
  }
}
