import { convert } from 'html-to-text';

/** A mail's HTML as text, for readers that want it so and for spam filters that ask for it. */
export function plainText(html: string): string {
    return convert(html, {
        wordwrap: 100,
        selectors: [
            { selector: 'img', format: 'skip' },
            { selector: '.no-text', format: 'skip' },
            { selector: 'h1', options: { uppercase: false } },
            { selector: 'h2', options: { uppercase: false } },
            { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
            { selector: '.items > table', format: 'dataTable' },
        ],
    }).replaceAll(/\n{3,}/g, '\n\n');
}
