import { Customer, ListQueryBuilder, Product } from '@vendure/core';
import { expect, it } from 'vitest';
import { leaveChannelsOut } from './customer-lists.plugin';

it('reads the channels of products in a list, and those of customers no longer', () => {
    const lists = Object.create(ListQueryBuilder.prototype) as Parameters<typeof leaveChannelsOut>[0];
    const relationsOf = (target: typeof Customer | typeof Product) =>
        lists.getMinimumRequiredRelations({ target }, {}, { channelId: 1 });
    expect([relationsOf(Customer), relationsOf(Product)]).toEqual([['channels'], ['channels']]);

    leaveChannelsOut(lists);

    expect([relationsOf(Customer), relationsOf(Product)]).toEqual([[], ['channels']]);
});
