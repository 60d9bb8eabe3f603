import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const placements: Labels = {
    SIMILAR: { text: msg`Similar products` },
    BOUGHT_TOGETHER: { text: msg`Bought together` },
    FOR_YOU: { text: msg`For you` },
    TRENDING: { text: msg`Trending` },
    COMPLETE_THE_CART: { text: msg`Complete the cart` },
    AFTER_PURCHASE: { text: msg`After a purchase` },
    EMAIL: { text: msg`In a mail` },
};

export const placementUses: Labels = {
    SIMILAR: { text: msg`Like the product at hand, by words and facets` },
    BOUGHT_TOGETHER: { text: msg`In one basket with the product at hand` },
    FOR_YOU: { text: msg`From what the customer bought, with consent; else what sells` },
    TRENDING: { text: msg`What sells now in the channel` },
    COMPLETE_THE_CART: { text: msg`In one basket with what is in the cart` },
    AFTER_PURCHASE: { text: msg`In one basket with what was just ordered` },
    EMAIL: { text: msg`For you, by the consent on record` },
};

export const actions: Labels = {
    PIN: { text: msg`Pin`, variant: 'default' },
    BOOST: { text: msg`Boost`, variant: 'success' },
    BURY: { text: msg`Bury`, variant: 'warning' },
    EXCLUDE: { text: msg`Exclude`, variant: 'destructive' },
    MARGIN: { text: msg`Boost by margin`, variant: 'success' },
    DIVERSIFY: { text: msg`Diversify`, variant: 'secondary' },
};

export const actionUses: Labels = {
    PIN: { text: msg`Gives the product its place, in each list where it can be bought.` },
    BOOST: { text: msg`Raises: the place's weight is multiplied by the factor.` },
    BURY: { text: msg`Puts at the end of the list.` },
    EXCLUDE: { text: msg`Leaves out.` },
    MARGIN: { text: msg`Raises the more is earned on a product. Without a known cost it has no effect.` },
    DIVERSIFY: { text: msg`Bounds how many of one category a list has, as long as there are others.` },
};

export const targets: Labels = {
    PRODUCT: { text: msg`A product` },
    COLLECTION: { text: msg`A collection` },
    FACET_VALUE: { text: msg`A facet value` },
    EVERYTHING: { text: msg`Everything` },
};

export const impersonal: Labels = {
    NOT_PERSONAL: { text: msg`This list does not depend on what the customer bought.` },
    NOBODY: { text: msg`As it is for somebody of whom nothing is known.` },
    NO_CONSENT: {
        text: msg`The customer did not agree to personal recommendations: they see what everybody sees.`,
    },
    SWITCHED_OFF: { text: msg`The customer switched personal recommendations off.` },
    NOTHING_BOUGHT: { text: msg`The customer has bought nothing in this channel yet.` },
    LATE: { text: msg`The server was too slow for a personal list: this is what sells.` },
};

export const modelStates: Labels = {
    IN_PLACE: { text: msg`In place`, variant: 'success' },
    REJECTED: { text: msg`Rejected`, variant: 'warning' },
    RETIRED: { text: msg`Retired`, variant: 'outline' },
};

export const scoreNames: Labels = {
    model: { text: msg`This model` },
    'model without events': { text: msg`Without views and carts` },
    'model with events': { text: msg`With views and carts` },
    popularity: { text: msg`Popularity` },
    random: { text: msg`Random` },
};

export const arms: Labels = {
    IN_PLACE: { text: msg`Model in place` },
    CHALLENGER: { text: msg`Challenger` },
};
