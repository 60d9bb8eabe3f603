import sanitizeHtml from 'sanitize-html';
import { isSafeAddress } from '../domain/links';

const allowed: sanitizeHtml.IOptions = {
    allowedTags: [
        ...[
            'p',
            'br',
            'h2',
            'h3',
            'h4',
            'strong',
            'b',
            'em',
            'i',
            'u',
            's',
            'a',
            'blockquote',
            'hr',
            'ul',
            'ol',
            'li',
        ],
        ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: { a: ['href'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    // The page has a heading of the first level.
    transformTags: { h1: 'h2' },
    // A link that leads nowhere good is text.
    exclusiveFilter: ({ tag, attribs }) =>
        tag === 'a' && attribs.href !== undefined && !isSafeAddress(attribs.href) ? 'excludeTag' : false,
};

/** What may be written: text with headings, lists, tables and links. Everything else is left out. */
export function cleanHtml(html: string): string {
    return sanitizeHtml(html, allowed).trim();
}
