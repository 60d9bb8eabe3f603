/** What is looked for, as the page's address has it: each a text, lists with commas. Times are in the reader's zone. */
const FIELDS = [
    'user',
    'action',
    'resourceType',
    'resourceId',
    'actorKinds',
    'statuses',
    'classes',
    'from',
    'to',
    'requestId',
    'address',
] as const;

export type Search = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

const LISTS: readonly string[] = ['actorKinds', 'statuses', 'classes'];
const TIMES: readonly string[] = ['from', 'to'];

/** Takes from an address what is a filter. A number in it came in as one. */
export function searchOf(raw: Readonly<Record<string, unknown>>): Search {
    return Object.fromEntries(
        FIELDS.flatMap(name => {
            const value = raw[name];
            const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
            return text === '' || (TIMES.includes(name) && Number.isNaN(Date.parse(text)))
                ? []
                : [[name, text]];
        }),
    );
}

/** As the Admin API wants it. */
export function filterOf(search: Search): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(search).map(([name, value]) => [
            name,
            LISTS.includes(name)
                ? value.split(',')
                : TIMES.includes(name)
                  ? new Date(value).toISOString()
                  : value,
        ]),
    );
}

/** The page with this search. */
export function pageOf(search: Search): string {
    const text = new URLSearchParams(search).toString();
    return text === '' ? '/audit-trail' : `/audit-trail?${text}`;
}

/** The file with all entries of this search; the channel has to be said, since a link sends no header. */
export function exportOf(search: Search, format: string, channelToken: string | undefined): string {
    const times = Object.fromEntries(
        TIMES.flatMap(name => {
            const value = search[name as keyof Search];
            return value === undefined ? [] : [[name, new Date(value).toISOString()]];
        }),
    );
    const parameters = new URLSearchParams({ format, ...search, ...times });
    if (channelToken !== undefined) {
        parameters.set('vendure-token', channelToken);
    }
    return `/audit-trail/export?${parameters}`;
}
