/** What a request for an order's relations comes to. */
export interface ReadingPlan {
    /** Relations that come along in the order's own statement. */
    readonly joined: readonly string[];
    /** What TypeORM reads afterwards, with a statement or two for each. */
    readonly others: readonly string[];
    /** Relations of the lines, without `lines.` before them; absent when no lines are wanted. */
    readonly ofLines?: readonly string[];
}

/** Relations that can be joined, and what may be asked for beyond them. */
const JOINABLE: Readonly<Record<string, readonly string[]>> = {
    channels: ['channels'],
    customer: ['customer', 'customer.user'],
    payments: ['payments', 'payments.refunds'],
    shippingLines: ['shippingLines'],
    surcharges: ['surcharges'],
};

/** A variant's price and name need these, whether they are asked for or not. */
const OF_VARIANTS = ['productVariant.taxCategory', 'productVariant.translations'];

export function planReading(relations: readonly string[]): ReadingPlan {
    const ofOrder = relations.filter(path => rootOf(path) !== 'lines');
    const joinedRoots = Object.entries(JOINABLE)
        .filter(([root, able]) => {
            const wanted = ofOrder.filter(path => rootOf(path) === root);
            return wanted.length > 0 && wanted.every(path => able.includes(path));
        })
        .map(([root]) => root);
    return {
        joined: [
            ...joinedRoots,
            ...ofOrder.filter(path => path.includes('.') && joinedRoots.includes(rootOf(path))),
        ],
        others: ofOrder.filter(path => !joinedRoots.includes(rootOf(path))),
        ...linesPlan(relations),
    };
}

function linesPlan(relations: readonly string[]): Pick<ReadingPlan, 'ofLines'> {
    if (!relations.some(path => rootOf(path) === 'lines')) {
        return {};
    }
    const wanted = relations
        .filter(path => path.startsWith('lines.'))
        .map(path => path.slice('lines.'.length));
    return { ofLines: [...new Set([...wanted, ...(wantsVariants(wanted) ? OF_VARIANTS : [])])] };
}

export function wantsVariants(ofLines: readonly string[]): boolean {
    return ofLines.some(path => rootOf(path) === 'productVariant');
}

function rootOf(path: string): string {
    return path.split('.', 1)[0] ?? path;
}
