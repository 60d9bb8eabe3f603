import type { ConfigService, SessionService } from '@vendure/core';
import {
    type CreatingStrategy,
    type FirstOrderGuards,
    OneActiveOrderStrategy,
} from './one-active-order.strategy';
import type { SessionOrder } from './session-order';

/** Puts {@link OneActiveOrderStrategy} around each of the shop's strategies that makes orders. */
export function guardActiveOrderStrategies({ orderOptions }: ConfigService, guards: FirstOrderGuards): void {
    orderOptions.activeOrderStrategy = [orderOptions.activeOrderStrategy]
        .flat()
        .map(strategy =>
            strategy.createActiveOrder
                ? new OneActiveOrderStrategy(strategy as CreatingStrategy, guards)
                : strategy,
        );
}

/**
 * A request whose cached session is old must not take the order out of the session that another one has just put
 * there: Vendure clears the session, whatever it has. And when it writes either, it reads the user's roles and
 * channels, which nobody has changed, to cache the session again.
 */
export function guardSessionService(service: SessionService, sessionOrder: SessionOrder): void {
    const createAnonymousSession = service.createAnonymousSession.bind(service);
    service.createAnonymousSession = async () => sessionOrder.begin(await createAnonymousSession());
    service.setActiveOrder = async (ctx, session, order) =>
        (await sessionOrder.set(ctx, session, order.id)) ?? session;
    service.unsetActiveOrder = async (ctx, session) => {
        const { activeOrderId } = session;
        if (!activeOrderId) {
            return session;
        }
        const without = await sessionOrder.unset(ctx, session, activeOrderId);
        if (!without) {
            await sessionOrder.refresh(ctx, session);
        }
        return without ?? session;
    };
}
