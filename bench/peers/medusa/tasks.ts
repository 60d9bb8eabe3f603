import { randomUUID } from 'node:crypto';
import type { RowName, Task } from '../contender';
import { type Keys, PAGE } from '../keys';
import type { MedusaApi } from './medusa-api';
import type { Store } from './set-up-store';

const PRICES = 'id,title,handle,thumbnail,*variants.calculated_price';
const WHOLE =
    'id,title,handle,description,*variants,*variants.calculated_price,+variants.inventory_quantity,*options,*categories';
const ADDRESS = {
    ...{ first_name: 'Ada', last_name: 'King', address_1: 'Ring 1', city: 'Wien' },
    ...{ postal_code: '1010', country_code: 'at' },
};

interface MedusaShop {
    readonly shopper: MedusaApi;
    readonly store: Store;
    readonly keys: Keys;
    /** Ids, by handles. */
    readonly categories: ReadonlyMap<string, string>;
    /** In stock, those of one product beside each other. */
    readonly variantIds: readonly string[];
}

const counted = (body: string) => (JSON.parse(body) as { count: number }).count;

/** How Medusa is asked. It has no facets with counts, and no suggestions. */
export function medusaTasks(shop: MedusaShop): Partial<Record<RowName, Task>> {
    const { shopper, store, keys, categories, variantIds } = shop;
    const ask = async (path: string) => ({ body: await shopper.text(path), hit: false });
    // As a storefront asks that shows prices with tax.
    const region = `region_id=${store.regionId}&country_code=at`;
    const checkout: Task = {
        keys: variantIds.length,
        found: body => Number(body === 'paid'),
        async ask(key) {
            const first = (key * 7) % (variantIds.length - 1);
            await checkOut(shopper, store, variantIds.slice(first, first + 2));
            return { body: 'paid', hit: false };
        },
    };
    return {
        list: {
            ...{ keys: keys.pages.length, found: counted },
            ask(key) {
                const { category = '', skip = 0 } = keys.pages[key] ?? {};
                return ask(
                    `/store/products?${region}&category_id=${categories.get(category)}&limit=${PAGE}&offset=${skip}&order=title&fields=${PRICES}`,
                );
            },
        },
        'product page': {
            keys: keys.slugs.length,
            ask: key => ask(`/store/products?${region}&handle=${keys.slugs[key]}&fields=${WHOLE}`),
            found: body =>
                (JSON.parse(body) as { products: Array<{ variants: unknown[] }> }).products[0]?.variants
                    .length ?? 0,
        },
        menu: {
            keys: 1,
            ask: () =>
                ask(
                    '/store/product-categories?parent_category_id=null&include_descendants_tree=true&fields=id,name,handle,category_children',
                ),
            found: body =>
                (
                    JSON.parse(body) as { product_categories: Array<{ category_children: unknown[] }> }
                ).product_categories.reduce(
                    (sum, { category_children: children }) => sum + 1 + children.length,
                    0,
                ),
        },
        'term search': {
            ...{ keys: keys.terms.length, found: counted },
            ask: key => ask(`/store/products?${region}&q=${keys.terms[key]}&limit=${PAGE}&fields=${PRICES}`),
        },
        'add to cart': {
            keys: variantIds.length,
            async ask(key) {
                const cart = {
                    region_id: store.regionId,
                    items: [{ variant_id: variantIds[key], quantity: 1 }],
                };
                return { body: await shopper.text('/store/carts', JSON.stringify(cart)), hit: false };
            },
            found: body =>
                (JSON.parse(body) as { cart: { items: Array<{ quantity: number }> } }).cart.items.reduce(
                    (sum, { quantity }) => sum + quantity,
                    0,
                ),
        },
        'guest checkout': checkout,
        'checkout in one request': checkout,
    };
}

/** A guest's way as Medusa's own storefront goes it, without what that reads again for its pages. */
async function checkOut(shopper: MedusaApi, store: Store, variantIds: readonly string[]): Promise<void> {
    const { cart } = await shopper.post<{ cart: { id: string } }>('/store/carts', {
        region_id: store.regionId,
    });
    const path = `/store/carts/${cart.id}`;
    for (const id of variantIds) {
        await shopper.post(`${path}/line-items`, { variant_id: id, quantity: 1 });
    }
    await shopper.post(path, {
        ...{ email: `${randomUUID()}@example.com`, shipping_address: ADDRESS, billing_address: ADDRESS },
    });
    const { shipping_options: options } = await shopper.get<{ shipping_options: Array<{ id: string }> }>(
        `/store/shipping-options?cart_id=${cart.id}`,
    );
    await shopper.post(`${path}/shipping-methods`, { option_id: options[0]?.id });
    const { payment_collection: payments } = await shopper.post<{ payment_collection: { id: string } }>(
        '/store/payment-collections',
        { cart_id: cart.id },
    );
    await shopper.post(`/store/payment-collections/${payments.id}/payment-sessions`, {
        provider_id: 'pp_system_default',
    });
    const done = await shopper.post<{ type: string }>(`${path}/complete`, {});
    if (done.type !== 'order') {
        throw new Error(`The cart ${cart.id} did not become an order: ${JSON.stringify(done)}`);
    }
}
