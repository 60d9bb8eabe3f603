import type { Page } from 'playwright-core';

interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
}

/** How far things moved by themselves since the page began, in the terms of Cumulative Layout Shift. */
export function layoutShift(page: Page): Promise<number> {
    return page.evaluate(
        () =>
            new Promise<number>(resolve => {
                const observer = new PerformanceObserver(() => undefined);
                observer.observe({ type: 'layout-shift', buffered: true });
                // Entries from before are handed over in a task of their own.
                setTimeout(() => {
                    const shifts = observer.takeRecords() as LayoutShift[];
                    resolve(
                        shifts
                            .filter(({ hadRecentInput }) => !hadRecentInput)
                            .reduce((sum, { value }) => sum + value, 0),
                    );
                });
            }),
    );
}
