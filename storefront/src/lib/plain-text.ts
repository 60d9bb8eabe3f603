/** Text of the admin's rich-text fields without its markup, for places that take none. */
export function plainText(html: string): string {
    return html
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
}
