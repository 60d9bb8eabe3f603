import { invalid } from './refusal';
import type { StripeBooks } from './stripe-books';

export interface Json {
    [name: string]: unknown;
}

/** A copy of an answer with the ids at these paths replaced by their objects. */
export function expandAll(books: StripeBooks, answer: Json, paths: readonly string[] = []): Json {
    const copy = structuredClone(answer);
    for (const path of paths) {
        expand(books, copy, path.split('.'));
    }
    return copy;
}

function expand(books: StripeBooks, level: Json, [name = '', ...rest]: readonly string[]): void {
    if (!(name in level)) {
        throw invalid(`This property cannot be expanded (${name}).`, undefined, 'expand');
    }
    const value = level[name];
    if (Array.isArray(value)) {
        value.forEach(entry => expand(books, entry as Json, rest));
        return;
    }
    if (typeof value === 'string') {
        level[name] = structuredClone(books.find(value));
    }
    if (rest.length > 0 && level[name] !== null) {
        expand(books, level[name] as Json, rest);
    }
}
