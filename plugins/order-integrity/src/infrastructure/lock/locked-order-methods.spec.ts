import { OrderService } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { lockedOrderMethods } from './locked-order-methods';

/** Methods that need no lock, and why. */
const OTHERS = {
    reading: `findAll findByCustomerId findOne findOneByCode findOneByOrderLineId getActiveOrderForUser
        getAggregateOrder getEligiblePaymentMethods getEligibleShippingMethods getNextOrderStates getOrderChannels
        getOrderFulfillments getOrderModifications getOrderPayments getOrderProcessStates getOrderPromotions
        getOrderSurcharges getPaymentRefunds getSellerOrders`,
    makingOrdersThatNobodyKnowsYet: 'create createDraft',
    writingNotesWhichAreEntriesOfTheirOwn: 'addNoteToOrder deleteOrderNote updateOrderNote',
    guardedOnItsOwn: 'mergeOrders',
    calledAtTheStart: 'constructor onApplicationBootstrap',
    partsOfOtherMethods: `applyChangesToShippingLines assertAddingItemsState assertInTransaction
        assertNotOverOrderItemsLimit assertNotOverOrderLineItemsLimit assertQuantityIsPositive canAddPaymentToOrder
        cancelOrderById createEmptyOrderEntity ensureSufficientStockForFulfillment getOrderLineOrThrow getOrderOrThrow
        hydrateRelationCustomFields requestedFulfillmentQuantityExceedsLineQuantity revalidateCouponCodesForOrder`,
    guardedByTheEventThatCallsIt: 'removeShippingMethodFromActiveOrders',
};

describe('lockedOrderMethods', () => {
    it('knows every method of the OrderService that there is', () => {
        const others = Object.values(OTHERS).flatMap(names => names.split(/\s+/));
        const known = [...Object.keys(lockedOrderMethods), ...others].sort();
        expect(Object.getOwnPropertyNames(OrderService.prototype).sort()).toEqual(known);
    });
});
