import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { untilStill } from './until-still';

/** Level AA of WCAG 2.1, and what is good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What axe-core counts as a violation, whatever its impact, each with where it is and why. */
export async function violations(page: Page): Promise<string[]> {
    return describe(await run(page, 'html'));
}

/**
 * Those that are serious or critical: what is asked of pages in whose frame others have a say.
 *
 * @param within - Selector of the part to look at.
 */
export async function seriousViolations(page: Page, within: string): Promise<string[]> {
    const found = await run(page, within);
    return describe(found.filter(({ impact }) => impact === 'serious' || impact === 'critical'));
}

async function run(page: Page, within: string): Promise<AxeResults['violations']> {
    await untilStill(page);
    // Evaluated, not added as a script element, which the shop's content policy would refuse.
    if (!(await page.evaluate<boolean>('"axe" in window'))) {
        await page.evaluate(axe.source);
    }
    const options = JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'] });
    return (await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(within)}, ${options})`)).violations;
}

function describe(found: AxeResults['violations']): string[] {
    return found.map(
        ({ id, impact, nodes }) =>
            `${id} (${impact}): ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' | ')}`,
    );
}
