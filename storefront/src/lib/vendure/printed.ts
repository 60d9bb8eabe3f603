import { print, type DocumentNode } from 'graphql';

const known = new WeakMap<DocumentNode, string>();

/** The document's text, written once: each page asks with the same few documents. */
export function printed(document: DocumentNode): string {
    const text = known.get(document) ?? print(document);
    known.set(document, text);
    return text;
}
