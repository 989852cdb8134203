import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Api } from '../../tools/world/api.mjs';
import {
  bootstrapAdmin,
  colleague,
  orderCode,
  owner,
  password,
  productId,
  staffMember,
} from '../world/people.js';
import { World } from '../world/world.js';
import { openBrowser, openTab, signIn, type Tab } from './browser.js';

/** A company with an owner, a member without rights, and a license that one device uses; and a browser to look at it. */
export class Acme {
  static readonly owner = 'owner@acme.example';
  static readonly member = 'udo@acme.example';
  private readonly tabs: Tab[] = [];
  /** Who has signed in before is known by their cookies. */
  private readonly cookies = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

  private constructor(
    readonly world: World,
    private readonly browser: Browser,
    private readonly licenses: Api,
    /** The owner, past the portal. */
    readonly api: Api,
  ) {}

  static async start(): Promise<Acme> {
    const world = await World.start();
    const browser = await openBrowser();
    const admin = await bootstrapAdmin(world);
    const licenses = await staffMember(world, admin, 'license-admin', 'licenses@vendor.example');
    const activationCode = await orderCode(world, licenses, { companyName: 'Acme GmbH', seats: 2 });
    const acme = new Acme(world, browser, licenses, await owner(world, Acme.owner, activationCode));
    await world.api().post('/activations', {
      activationCode,
      fingerprint: 'device-1',
      application: { product: await productId(world, 'Endpoint Shield'), version: '12.6' },
      deviceName: 'ACME-WS-001',
    });
    await colleague(world, acme.api, Acme.member);
    return acme;
  }

  /** An activation code that the company has not added yet. */
  order(more: { product?: string; seats?: number; termDays?: number } = {}): Promise<string> {
    return orderCode(this.world, this.licenses, { companyName: 'Acme GmbH', ...more });
  }

  async open(as: string = Acme.owner, options: BrowserContextOptions = {}): Promise<Page> {
    const tab = await openTab(this.browser, this.world.url, options);
    this.tabs.push(tab);
    const cookies = this.cookies.get(as);
    if (cookies) {
      await tab.context.addCookies(cookies);
      await tab.page.goto('/');
    } else {
      await signIn(tab.page, as, password);
      this.cookies.set(as, await tab.context.cookies());
    }
    return tab.page;
  }

  /** Closes the tabs. @returns what the browser complained about in any of them; [] is right */
  async close(): Promise<string[]> {
    const tabs = this.tabs.splice(0);
    await Promise.all(tabs.map((tab) => tab.context.close()));
    return tabs.flatMap(({ complaints }) => [...complaints.policy, ...complaints.errors]);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.world.stop();
  }
}

/** For looking at what a test sees: SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}

export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();
