import type messages from '../../messages/en.json';

/** The texts of one part of the shop: a first level key of the messages. */
export type Namespace = keyof typeof messages;

/** What scripts may say on any page. Everything else is said by the server, and comes in the page as text. */
const everyPage = [
    'cart',
    'cartDrawer',
    'fault',
    'form',
    'layout',
    'listing',
    'offline',
    'price',
    'privacy',
    'product',
    'rail',
    'sale',
    'search',
    'suggestions',
    'totals',
] as const satisfies readonly Namespace[];

/** What scripts say besides in a part of the shop, which is where most of the words are. */
const onlyIn = {
    account: ['account', 'addresses', 'checkout', 'personalData', 'problem', 'savedCard'],
    cart: ['priceChange', 'stock'],
    checkout: ['appeal', 'checkout', 'legal', 'paymentProgress', 'savedCard', 'stock'],
    privacyRequest: ['personalData', 'privacyByMail'],
    orders: ['appeal', 'order', 'reorder'],
    withdraw: ['withdrawal'],
} as const satisfies Record<string, readonly Namespace[]>;

export type Section = keyof typeof onlyIn;

/** By what their texts are chosen that a browser gets. @param section - Default: none, as on most pages. */
export function clientNamespaces(section?: Section): readonly Namespace[] {
    return section ? [...everyPage, ...onlyIn[section]] : everyPage;
}
