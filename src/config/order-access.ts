import { OrderAccessPlugin, type OrderAccessOptions, orderKeyForLinks } from '@efi/order-access-plugin';
import type { Env } from '../env';

/** Who may look at an order. */
export function orderAccessPlugin(env: Env) {
    return OrderAccessPlugin.init(options(env));
}

/** What mails open a guest's order with. */
export function orderKeys(env: Env): (orderCode: string) => string {
    return orderKeyForLinks(options(env));
}

function options({ TOKEN_SECRET }: Env): OrderAccessOptions {
    return { secret: TOKEN_SECRET };
}
