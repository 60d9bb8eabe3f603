/** Tells search engines, in schema.org's terms, what a page is about. */
export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }) {
    // A closing tag inside a text would end the script element early.
    const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
        '<',
        String.raw`\u003c`,
    );
    return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
