import { visit, type Tour } from './tour';

/** What is found by an address alone. */
export const pages: readonly Tour[] = [
    '/en-us',
    '/de-de/collections/elektronik',
    '/en-gb/search?q=camera&min=50&max=900',
    '/de-de/search?q=kamrea',
    '/en-gb/search?q=nothingatall',
    '/fr-fr/search?page=99',
    '/fr-fr/compare',
    '/de-de/legal/withdrawal',
    '/en-us/legal/shipping',
    '/fr-fr/legal/terms',
    '/de-de/legal/privacy',
    '/en-gb/legal/imprint',
    '/de-de/offline',
    '/en-us/not-a-page',
    '/fr-fr/products/no-such-thing',
    '/en-us/preview?token=ended',
    '/en-us/cart',
    '/de-de/orders',
    '/fr-fr/sign-in',
    '/en-gb/reset-password?token=ended',
    '/de-de/privacy-request/confirm?token=ended',
    '/fr-fr/privacy-request/follow?token=ended',
].map(path => ({
    name: path,
    async go(page, look) {
        await visit(page, path);
        await look('opened');
    },
}));
