import type { Page } from 'playwright-core';

/** Runs in the page. What happened before the observer began is handed over a moment later. */
const sumOfShifts = `new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => {
        for (const shift of list.getEntries()) {
            sum += shift.hadRecentInput ? 0 : shift.value;
        }
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 100);
})`;

/** How far things moved by themselves since the page began, in the terms of Cumulative Layout Shift. */
export function layoutShift(page: Page): Promise<number> {
    return page.evaluate<number>(sumOfShifts);
}
