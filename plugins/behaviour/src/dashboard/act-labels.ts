import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What the kinds of acts are called on screen. */
export const actLabels: Readonly<Record<string, MessageDescriptor | undefined>> = {
    'product-viewed': msg`Viewed a product`,
    searched: msg`Searched`,
    'recommendation-shown': msg`Saw a recommendation`,
    'recommendation-clicked': msg`Clicked a recommendation`,
    'added-to-cart': msg`Put something in the cart`,
    'removed-from-cart': msg`Took something out of the cart`,
    'order-placed': msg`Placed an order`,
};
