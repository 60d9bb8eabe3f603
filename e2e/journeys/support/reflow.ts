import type { Page } from 'playwright-core';
import { untilStill } from './until-still';

/**
 * Runs in the page, on the dialog that is open or else on all of it: what can't be reached or read at this size. Each
 * text and control is looked at in the middle of the window, where what sticks to its edges does not lie on it.
 */
const UNFIT = `(() => {
    const found = [];
    const name = element => element.outerHTML.slice(0, 160);
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > innerWidth) {
        found.push('the page is ' + scrollWidth + ' px wide');
    }
    const textBoxes = element => [...element.childNodes]
        .filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim())
        .flatMap(node => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()];
        })
        .filter(({ width, height }) => width > 1 && height > 1);
    const holds = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;
    const known = new Map();
    const ancestors = element => {
        if (element && !known.has(element)) {
            known.set(element, [element, ...ancestors(element.parentElement)]);
        }
        return element ? known.get(element) : [];
    };
    const cuts = element => /hidden|clip/.test(getComputedStyle(element).overflow);
    /** Only for who listens. */
    const isUnseen = element => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
        ancestors(element).some(each => each.getAttribute('aria-hidden') === 'true' || (each.offsetWidth <= 1 && each.offsetHeight <= 1));
    const paintsAt = (element, x, y) => element.matches('img, svg, video, canvas') ||
        !/^(transparent|.*[,/] ?0\\))$/.test(getComputedStyle(element).backgroundColor) ||
        textBoxes(element).some(box => holds(box, x, y));
    const whole = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    for (const element of whole.querySelectorAll('*')) {
        const isControl = element.matches('a[href], button, input, select, textarea, summary');
        if ((!isControl && !textBoxes(element).length) || isUnseen(element)) {
            continue;
        }
        element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const boxes = [...textBoxes(element), ...(isControl ? [element.getBoundingClientRect()] : [])];
        const scrollers = ancestors(element).filter(each => /auto|scroll/.test(getComputedStyle(each).overflowX));
        const isAside = ({ left, right }) => left < -1 || right > innerWidth + 1;
        if (!scrollers.some(each => each !== document.scrollingElement) && boxes.some(isAside)) {
            found.push('outside of the window: ' + name(element));
        }
        const cutting = ancestors(element).filter(cuts).find(each => {
            const { overflowX, overflowY } = getComputedStyle(each);
            const { left, right, top, bottom } = each.getBoundingClientRect();
            return boxes.some(box =>
                (/hidden|clip/.test(overflowX) && (box.left < left - 1 || box.right > right + 1)) ||
                (/hidden|clip/.test(overflowY) && (box.top < top - 1 || box.bottom > bottom + 1)));
        });
        if (cutting) {
            found.push('cut: ' + name(element) + ' by ' + name(cutting));
        }
        const [box] = boxes;
        const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
        const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        const stack = document.elementsFromPoint(x, y);
        const above = stack.slice(0, Math.max(0, stack.findIndex(each => each === element || each.contains(element))));
        // What is suggested lies on the page until something is chosen.
        const covering = above.find(each =>
            !element.contains(each) && !each.closest('[role=listbox]') && paintsAt(each, x, y));
        if (covering) {
            found.push('covered: ' + name(element) + ' by ' + name(covering));
        }
    }
    return found;
})()`;

/**
 * What is lost of a page where it is enlarged: it scrolls sideways, or something is cut or lies under something else.
 * A window of 1280 px at 200 % has 640 of CSS (WCAG 1.4.4), at 400 % it has 320 (1.4.10).
 *
 * @returns Each loss with the window's width.
 */
export async function lossesWhenEnlarged(page: Page): Promise<string[]> {
    const losses: string[] = [];
    for (const [width, height] of [
        [640, 450],
        [320, 640],
    ] as const) {
        await page.setViewportSize({ width, height });
        await untilStill(page);
        const found = await page.evaluate<string[]>(UNFIT);
        losses.push(...found.map(loss => `at ${width} px: ${loss}`));
    }
    return losses;
}
