import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe-core counts as serious or critical, each with where it is.
 *
 * @param within - Selector of the part to look at. Default: the whole page.
 */
export async function seriousViolations(page: Page, within = 'html'): Promise<string[]> {
    // Evaluated, not added as a script element, which the shop's content policy would refuse.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(within)})`);
    return violations
        .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
        .map(violation => `${violation.id}: ${violation.nodes.map(node => node.html).join(' | ')}`);
}
