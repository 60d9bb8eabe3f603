import type { Page } from 'playwright-core';

const STAND_STILL = `(async () => {
    const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve));
    await nextFrame();
    await nextFrame();
    const ending = () => document
        .getAnimations()
        .filter(({ playState, effect }) =>
            playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime));
    // A colour that arrives is what those who inherit it begin to follow then.
    for (let running = ending(); running.length > 0; running = ending()) {
        await Promise.allSettled(running.map(({ finished }) => finished));
        await nextFrame();
    }
})()`;

/**
 * Waits until the page shows what it comes to: of a dialog that fades in, or of colours and sizes that are on their way, axe-core
 * and others see what nobody does. What goes round for ever is not waited for.
 */
export async function untilStill(page: Page): Promise<void> {
    await page.evaluate(STAND_STILL);
}
