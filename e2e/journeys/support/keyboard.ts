import type { Locator, Page } from 'playwright-core';

/** More stops than any page of the shop has. */
const MOST_STOPS = 120;

/** Runs in the page, for the element that has the focus: what keeps who looks at it from seeing that it has. */
const WHAT_HIDES_FOCUS = `(async () => {
    // What comes into sight by getting the focus is on its way.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const element = document.activeElement;
    const ringed = [element, element.nextElementSibling, element.parentElement, element.closest('label')]
        .filter(Boolean)
        .some(each => {
            const { outlineStyle, outlineWidth } = getComputedStyle(each);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
        });
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return [ringed ? '' : 'has no ring', isSeen ? '' : 'is out of sight'].filter(Boolean).join(' and ');
})()`;

/**
 * Presses Tab until the element has the focus, as who uses no mouse does. Each stop on the way has to be seen.
 *
 * @throws When the element is not reached, or the focus is somewhere that nobody sees.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let stops = 0; stops < MOST_STOPS; stops++) {
        await page.keyboard.press('Tab');
        const isOnPage = await page.evaluate<boolean>('document.activeElement !== document.body');
        const hidden = isOnPage ? await page.evaluate<string>(WHAT_HIDES_FOCUS) : '';
        if (hidden) {
            const html = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
            throw new Error(`What has the focus ${hidden}: ${html}`);
        }
        if (await hasFocus(target)) {
            return;
        }
    }
    throw new Error(`${MOST_STOPS} times Tab did not lead to ${String(target)}`);
}

/** Goes to a button or link by Tab and presses it. */
export async function tabToAndPress(page: Page, target: Locator): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and types. In a menu of options the words choose one. */
export async function tabToAndType(page: Page, target: Locator, words: string): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.type(words);
}

function hasFocus(target: Locator): Promise<boolean> {
    return target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}
