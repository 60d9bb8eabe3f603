import type { Page } from 'playwright-core';
import type { Visitor } from '../browser';

/** Looks at the page as it stands. @param state - What a failure calls it. */
type Look = (state: string) => Promise<void>;

/** A way through the shop that comes by pages in the states that shoppers meet them in. */
export interface Tour {
    readonly name: string;
    readonly visitor?: Visitor;
    /** The width of windows that have it, in pixels. Default: it is the same in any. */
    readonly only?: 390 | 1280;
    readonly go: (page: Page, look: Look) => Promise<void>;
}

/** Opens a page and goes on once it can be read, with its scripts or before. */
export async function visit(page: Page, path: string): Promise<void> {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
}
