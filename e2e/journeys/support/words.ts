import type { Page } from 'playwright-core';

/**
 * Runs in the page: each text that it shows, and each that it says to who does not see it. What is written in a language
 * of its own (`lang`) is left out, and so is what shoppers and merchandisers typed themselves.
 */
const WORDS = `(() => {
    const found = new Set();
    const add = text => {
        const said = text?.replace(/\\s+/g, ' ').trim();
        if (said && /\\p{L}{2}/u.test(said)) {
            found.add(said);
        }
    };
    const isOther = element =>
        element.closest('script, style, noscript, template, option[lang], body [lang], .written') !== null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { parentElement, data } = texts.currentNode;
        if (!isOther(parentElement)) {
            add(data);
        }
    }
    for (const name of ['aria-label', 'aria-description', 'alt', 'title', 'placeholder']) {
        for (const element of document.body.querySelectorAll('[' + name + ']')) {
            if (!isOther(element)) {
                add(element.getAttribute(name));
            }
        }
    }
    add(document.title);
    return [...found];
})()`;

/** What the page says, each text once. */
export function wordsOf(page: Page): Promise<string[]> {
    return page.evaluate<string[]>(WORDS);
}
