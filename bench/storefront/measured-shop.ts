import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GraphQlClient } from '../../e2e/support/graphql-client';
import { openShop } from '../../e2e/support/shop';

/** The demo shop as `npm start` runs it, with its photographs and without a service worker. */
export interface MeasuredShop {
    /** Paths of the pages that are measured. */
    readonly pages: Readonly<Record<'home' | 'list' | 'product' | 'cart', string>>;
    readonly storefrontUrl: string;
    /** Of a shopper who has three products in the cart and has not answered about consent. */
    readonly cookie: string;
    close(): Promise<void>;
}

/** One that runs already, by EFI_SHOP_URL and EFI_SERVER_URL, or a new one. It has to be built before. */
export async function measuredShop(): Promise<MeasuredShop> {
    const { EFI_SHOP_URL: storefrontUrl, EFI_SERVER_URL: serverUrl } = process.env;
    if (storefrontUrl && serverUrl) {
        return filled(storefrontUrl, serverUrl, () => Promise.resolve());
    }
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'efi-storefront-'));
    await chmod(dataDir, 0o755);
    const shop = await openShop({
        dataDir,
        env: { OFFLINE_PAGES: 'off', REVALIDATION_SECRET: 'known to the shop that is measured only' },
    });
    return filled(shop.storefrontUrl, shop.serverUrl, async () => {
        shop.signal('SIGTERM');
        await shop.ended();
        await rm(dataDir, { recursive: true, force: true });
    });
}

async function filled(
    storefrontUrl: string,
    serverUrl: string,
    close: () => Promise<void>,
): Promise<MeasuredShop> {
    const shopper = new GraphQlClient(`${serverUrl}/shop-api?vendure-token=us`);
    const { search } = await shopper.run<{ search: { items: { slug: string; productVariantId: string }[] } }>(
        `{ search(input: { groupByProduct: true, inStock: true, take: 3, sort: { name: ASC } }) {
            items { slug productVariantId }
        } }`,
    );
    for (const { productVariantId } of search.items) {
        await shopper.run(
            `mutation ($id: ID!) {
                addItemToOrder(productVariantId: $id, quantity: 1) { ... on ErrorResult { errorCode message } }
            }`,
            { id: productVariantId },
        );
    }
    const slug = search.items[0]?.slug;
    if (!slug || search.items.length !== 3 || !shopper.sessionToken) {
        throw new Error('The shop has no three products that can be bought.');
    }
    return {
        pages: {
            home: '/en-us',
            list: '/en-us/collections/electronics',
            product: `/en-us/products/${slug}`,
            cart: '/en-us/cart',
        },
        storefrontUrl,
        cookie: `efi_session=${shopper.sessionToken}`,
        close,
    };
}
