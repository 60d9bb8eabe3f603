import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Waits until the page shows what it comes to: of a dialog that fades in, or colours that are on their way from light
 * to dark, axe-core sees contrasts that nobody reads. What goes round for ever is not waited for.
 */
const STAND_STILL = `(async () => {
    const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve));
    await nextFrame();
    await nextFrame();
    const ending = document
        .getAnimations()
        .filter(({ playState, effect }) =>
            playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
})()`;

/**
 * What axe-core counts as serious or critical, each with where it is and why.
 *
 * @param within - Selector of the part to look at. Default: the whole page.
 */
export async function seriousViolations(page: Page, within = 'html'): Promise<string[]> {
    await page.evaluate(STAND_STILL);
    // Evaluated, not added as a script element, which the shop's content policy would refuse.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(within)})`);
    return violations
        .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
        .map(
            ({ id, nodes }) =>
                `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' | ')}`,
        );
}
