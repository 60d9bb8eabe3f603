type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A page's query as it came, for an address that it is led on to; `''` when there was none. */
export function wholeQuery(params: SearchParams): string {
    const pairs = Object.entries(params).flatMap(([name, values]) =>
        (typeof values === 'string' ? [values] : (values ?? [])).map(value => [name, value]),
    );
    return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : '';
}
