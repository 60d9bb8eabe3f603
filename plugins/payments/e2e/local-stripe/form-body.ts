/** What `a[b][c]=d` says: nested texts. Numbered keys (`expand[0]`) stay keys. */
export interface Form {
    readonly [name: string]: string | Form;
}

/** Reads Stripe's way of writing nested parameters, in bodies and in queries. */
export function readForm(text: string): Form {
    const root: Record<string, string | Form> = {};
    for (const [name, value] of new URLSearchParams(text)) {
        const path = name.split(/[[\]]+/).filter(part => part !== '');
        let level = root;
        for (const part of path.slice(0, -1)) {
            level = (level[part] ??= {}) as Record<string, string | Form>;
        }
        level[path.at(-1) ?? ''] = value;
    }
    return root;
}
