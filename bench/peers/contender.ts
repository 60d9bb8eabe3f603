import type { ClientBase } from 'pg';

/** What is asked again and again, on some connections at once. */
export const ROWS = [
    'list',
    'product page',
    'menu',
    'term search',
    'facet filter',
    'suggestion',
    'add to cart',
    'guest checkout',
    'checkout in one request',
] as const;
export type RowName = (typeof ROWS)[number];

/** Rows that change nothing: here a cache may help, and somebody else has to change something meanwhile. */
export const READS: ReadonlySet<RowName> = new Set<RowName>([
    ...(['list', 'product page', 'menu', 'term search', 'facet filter', 'suggestion'] as const),
]);

/** What is done once in a while, and takes seconds. */
export const ONCE = ['cold start', 'reindex', 'import'] as const;
export type OnceName = (typeof ONCE)[number];

export const NAMES = ['stock', 'ours', 'ours, cached', 'Medusa', 'node http', 'Express'] as const;
export type ContenderName = (typeof NAMES)[number];

export interface Reply {
    readonly body: string;
    /** Whether it says that it came from a cache. */
    readonly hit: boolean;
}

/** How one contender is asked for one row. */
export interface Task {
    /** So many different things can be asked for. */
    readonly keys: number;
    ask(key: number): Promise<Reply>;
    /** How many of what was asked for there are: every contender has to say the same. */
    readonly found: (body: string) => number;
    /** The answer in a form in which those that speak one API have to give the same, word for word. */
    whole?(body: string): string;
}

/** Somebody who changes what others read meanwhile. */
export interface Writer {
    /** Changes one product. */
    write(key: number): Promise<void>;
    /** Puts all back and waits until what follows from it is done: it would slow down who is measured next. */
    settle(): Promise<void>;
}

/** Who is measured, with one server process and a database of its own. */
export interface Contender {
    readonly name: ContenderName;
    /** None for what has no database. */
    readonly database?: ClientBase;
    readonly tasks: Partial<Record<RowName, Task>>;
    /** Of the server process. */
    readonly pid: () => number;
    /** Only where answers are kept. */
    readonly writer?: Writer;
    /** Ends the server and starts it again, until it answers. */
    restart?(): Promise<void>;
    /** Work that is timed as a whole, in seconds. */
    readonly once: Partial<Record<OnceName, () => Promise<number>>>;
    /** Ends what works beside the server: carts and checkouts are measured without. */
    stopWorkers?(): Promise<void>;
    readonly close: () => Promise<void>;
}
