import type { OrderService, RequestContext } from '@vendure/core';
import type { OrderLock } from './order-lock';
import type { OrderReference } from './order-reference';
import { type LockedOrderMethod, lockedOrderMethods } from './locked-order-methods';

type OrderMethod = (ctx: RequestContext, ...rest: unknown[]) => Promise<unknown>;

/**
 * Makes this application's `OrderService` take the order's lock at the beginning of each method that changes an
 * order. Vendure offers no seam that all callers pass, so the methods of this one instance are replaced; the class
 * stays as it is.
 */
export function guardOrderService(service: OrderService, lock: OrderLock): void {
    // The compiler checks the table against the service; one loop over both has to forget which method it is at.
    const methods = service as unknown as Record<LockedOrderMethod, OrderMethod>;
    for (const method of Object.keys(lockedOrderMethods) as LockedOrderMethod[]) {
        const original = methods[method].bind(service);
        const ordersOf = lockedOrderMethods[method] as (...rest: unknown[]) => OrderReference;
        methods[method] = (ctx, ...rest) =>
            lock.run(ctx, ordersOf(...rest), inner => original(inner, ...rest));
    }
}
