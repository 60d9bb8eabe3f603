import type messages from '../../messages/en.json';

type Messages = typeof messages;

/** The texts of one part of the shop: a first level key of the messages. */
export type Namespace = keyof Messages;

/** By namespace the texts that are meant: `all` of them, or those with these keys. */
export type Texts = { readonly [Name in Namespace]?: 'all' | readonly (keyof Messages[Name])[] };

type Keys = 'all' | readonly string[];

/** What scripts may say on any page. Everything else is said by the server, and comes in the page as text. */
const everyPage = {
    cart: [
        'checkout',
        'decrease',
        'empty',
        'emptyText',
        'increase',
        'notChanged',
        'quantityOf',
        'removeLine',
        'title',
    ],
    cartDrawer: 'all',
    fault: ['cartTitle', 'errorText', 'errorTitle', 'retry', 'unanswered'],
    layout: ['close', 'menu', 'privacy'],
    offline: ['close', 'kept', 'refused', 'retry', 'text', 'title'],
    privacy: ['saved'],
    product: ['added', 'goToCart'],
    rail: ['back', 'forward', 'hidden', 'hide', 'undo', 'why', 'whyNotPersonal', 'whyPersonal', 'whyProduct'],
    search: ['label', 'placeholder', 'submit'],
    suggestions: 'all',
    totals: ['items'],
} as const satisfies Texts;

/** What scripts say besides in a part of the shop, which is where most of the words are. */
const onlyIn = {
    account: {
        ...{ account: 'all', addresses: 'all', checkout: 'all', personalData: 'all', privacy: 'all' },
        ...{ form: ['hidePassword', 'showPassword'], problem: 'all', savedCard: 'all' },
    },
    cart: {
        cart: ['applyCoupon', 'coupon', 'remove', 'removeCoupon'],
        fault: ['cartText'],
        priceChange: 'all',
        stock: 'all',
    },
    checkout: {
        ...{ appeal: 'all', checkout: 'all', legal: 'all', paymentProgress: 'all', savedCard: 'all' },
        ...{ problem: ['paymentUnclear'], stock: 'all', totals: ['shippingFree', 'total'] },
    },
    list: {
        listing: ['sort', 'sort_relevance', 'sort_price-asc', 'sort_price-desc', 'sort_name'],
        price: 'all',
    },
    privacyRequest: { personalData: 'all', privacyByMail: 'all' },
    product: { product: 'all', sale: 'all' },
    orders: { appeal: 'all', order: 'all', reorder: 'all' },
    withdraw: { withdrawal: 'all' },
} as const satisfies Record<string, Texts>;

export type Section = keyof typeof onlyIn;

/** Which texts a browser gets. @param section - Default: none, as on most pages. */
export function clientTexts(section?: Section): Texts {
    const own = Object.entries(section ? onlyIn[section] : {}) as [Namespace, Keys][];
    const every: Readonly<Partial<Record<Namespace, Keys>>> = everyPage;
    const both = own.map(([name, keys]) => {
        const known = every[name] ?? [];
        return [name, keys === 'all' || known === 'all' ? 'all' : [...known, ...keys]] as const;
    });
    return { ...everyPage, ...Object.fromEntries(both) };
}

const given = new WeakMap<Messages, Map<Section | undefined, Partial<Messages>>>();

/**
 * Those of the messages that a browser gets. What a section does not add to is the same object as on every page, so that
 * React sends it once.
 */
export function clientMessages(messages: Messages, section?: Section): Partial<Messages> {
    const known = given.get(messages) ?? new Map<Section | undefined, Partial<Messages>>();
    given.set(messages, known);
    const made =
        known.get(section) ??
        (section
            ? { ...clientMessages(messages), ...picked(messages, clientTexts(section), onlyIn[section]) }
            : picked(messages, everyPage, everyPage));
    known.set(section, made);
    return made;
}

/** @param names - Of the namespaces that are wanted. */
function picked(messages: Messages, texts: Texts, names: Texts): Partial<Messages> {
    return Object.fromEntries(
        (Object.keys(names) as Namespace[]).map(name => {
            const keys: Keys = texts[name] ?? [];
            const all: Readonly<Record<string, string>> = messages[name];
            return [name, keys === 'all' ? all : Object.fromEntries(keys.map(key => [key, all[key]]))];
        }),
    );
}
