/** An order that a browser may show, and what the server shows it for. */
interface KnownOrder {
    readonly code: string;
    readonly key?: string;
}

const most = 10;

/** @param cookie - Orders with commas between them, each with its key after a `~` where it has one. */
export function readKnown(cookie: string | undefined): KnownOrder[] {
    return (cookie ?? '')
        .split(',')
        .filter(Boolean)
        .map(entry => {
            const [code = '', key] = entry.split('~');
            return key ? { code, key } : { code };
        });
}

/** The newest ones first; what comes after ten of them is left out. */
export function writeKnown(orders: readonly KnownOrder[]): string {
    return orders
        .slice(0, most)
        .map(({ code, key }) => (key ? `${code}~${key}` : code))
        .join(',');
}

/** @returns With the order at the front. A key that it had before is kept unless there is a new one. */
export function withOrder(known: readonly KnownOrder[], order: KnownOrder): KnownOrder[] {
    const before = known.find(({ code }) => code === order.code);
    return [{ ...before, ...order }, ...known.filter(other => other !== before)];
}
