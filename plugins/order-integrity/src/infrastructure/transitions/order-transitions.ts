import {
    type EventBus,
    Order,
    type OrderService,
    type OrderStateMachine,
    OrderStateTransitionEvent,
    type TransactionalConnection,
} from '@vendure/core';
import { OrderStateTransitionError } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import type { OrderLock } from '../lock/order-lock';
import { orderToChange } from '../reads/order-to-change';
import type { ReadRows } from '../rows/read-rows';
import { savingChanges } from '../rows/save-changes';
import { type OrderLists, orderLists, withoutUnchangedLists } from './order-lists';
import { wholePart } from './whole-part';

/**
 * `OrderService.transitionToState` as Vendure has it, with the same checks, events and contents, but for what it sends:
 * Vendure saves the order twice with all that hangs on it, and for each save TypeORM reads from four tables which
 * lines, payments, shipping lines and surcharges the order has, only to find those that it was given. Here a list goes
 * along only when a process put something into it or took something out, and each time only what changed is written. The
 * order's lock, held all the while, keeps others from changing any of it. In a transaction it takes no savepoint, either.
 */
export function saveTransitionsLean(
    service: OrderService,
    {
        connection,
        eventBus,
        stateMachine,
        orderLock,
        readRows,
    }: {
        readonly connection: TransactionalConnection;
        readonly eventBus: EventBus;
        readonly stateMachine: OrderStateMachine;
        readonly orderLock: OrderLock;
        readonly readRows: ReadRows;
    },
): void {
    const move: OrderService['transitionToState'] = async (ctx, orderId, toState) => {
        const order = await orderToChange(service, ctx, orderId, ['payments', 'payments.refunds']);
        const { state: fromState } = order;
        const loaded: OrderLists = orderLists(order);
        const saving = savingChanges(connection, readRows, { order });
        const orders = saving.getRepository(ctx, Order);
        const save = () => orders.save(withoutUnchangedLists(order, loaded), { reload: false });
        let finalize: () => Promise<unknown>;
        try {
            ({ finalize } = await stateMachine.transition(ctx, order, toState));
        } catch (error) {
            // After a statement that failed nothing can be committed: then it is no refusal, but a failure.
            const isBroken = await orders.query('SELECT 1').then(
                () => false,
                () => true,
            );
            if (isBroken) {
                throw error;
            }
            const message = error instanceof Error ? error.message : String(error);
            const transitionError = ctx.translate(message, { fromState, toState });
            return new OrderStateTransitionError({ transitionError, fromState, toState });
        }
        await save();
        await eventBus.publish(new OrderStateTransitionEvent(fromState, toState, ctx, order));
        await finalize();
        await save();
        return order;
    };
    service.transitionToState = (outer, orderId, toState) => {
        const transaction = orderLock.transactionOf(outer);
        return transaction
            ? // On a copy, as in a transaction of its own: what Vendure keeps for a context is not kept for the outer one.
              wholePart(transaction, () => move(outer.copy(), orderId, toState))
            : connection.withTransaction(outer, ctx => move(ctx, orderId, toState));
    };
}
