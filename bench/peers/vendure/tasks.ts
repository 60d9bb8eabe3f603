import { checkoutAtOnce, guestCheckout } from '../../checkout-cost/guest-checkout';
import { exchange } from '../../measuring/exchange';
import type { Reply, RowName, Task } from '../contender';
import { type Keys, PAGE } from '../keys';

const FOUND = `totalItems items { productId productName slug priceWithTax { ... on PriceRange { min max } } }
    facetValues { count facetValue { id name } }`;
const LIST = `query ($collection: String!, $skip: Int!) {
    search(input: { collectionSlug: $collection, groupByProduct: true, take: ${PAGE}, skip: $skip, sort: { name: ASC } }) { ${FOUND} }
}`;
const TERM = `query ($term: String!) { search(input: { term: $term, groupByProduct: true, take: ${PAGE} }) { ${FOUND} } }`;
const FILTER = `query ($one: ID!, $other: ID!) {
    search(input: { facetValueFilters: [{ and: $one }, { and: $other }], groupByProduct: true, take: ${PAGE}, sort: { name: ASC } }) { ${FOUND} }
}`;
const PRODUCT = `query ($slug: String!) {
    product(slug: $slug) {
        id name slug description
        variants { id name sku priceWithTax stockLevel }
        facetValues { id name facet { id name } }
        collections { id name slug }
    }
}`;
const MENU = `{ collections(options: { topLevelOnly: true }) { items { id name slug children { id name slug } } } }`;
const SUGGEST = `query ($term: String!) { efiSearchSuggestions(term: $term) { products { productName slug } correctedTerm } }`;
const ADD = `mutation ($id: ID!) {
    addItemToOrder(productVariantId: $id, quantity: 1) {
        ... on Order { id code totalQuantity totalWithTax lines { id quantity linePriceWithTax } }
        ... on ErrorResult { errorCode message }
    }
}`;

/** What else a Vendure shop has to be told to be asked. */
interface Shop {
    shopApi(): string;
    readonly keys: Keys;
    /** Ids of facet values, by their codes. */
    readonly facetValues: ReadonlyMap<string, string>;
    /** In stock, those of one product beside each other. */
    readonly variantIds: readonly string[];
    readonly paymentMethod: string;
    /** Whether it is this platform, which can more than Vendure by itself. */
    readonly ours: boolean;
}

interface Search {
    readonly data: { readonly search: { readonly totalItems: number; readonly facetValues: unknown[] } };
}

/** Facets come in any order. */
function wholeSearch(body: string): string {
    const { data } = JSON.parse(body) as Search;
    const facetValues = data.search.facetValues.map(value => JSON.stringify(value)).sort();
    return JSON.stringify({ ...data.search, facetValues });
}

/** What is found, not its order: each ranks by weights of its own. */
function foundByTerm(body: string): string {
    const { search } = (JSON.parse(body) as Search).data;
    return JSON.stringify([search.totalItems, search.facetValues.map(value => JSON.stringify(value)).sort()]);
}

function search(keys: number, ask: Task['ask'], whole = wholeSearch): Task {
    return {
        ...{ keys, ask, whole },
        found: body => (JSON.parse(body) as Search).data.search.totalItems,
    };
}

/** How Vendure is asked, by itself and with what this platform adds. */
export function vendureTasks(shop: Shop): Partial<Record<RowName, Task>> {
    const { keys, variantIds, facetValues, ours, paymentMethod } = shop;
    const ask = (query: string, variables: Record<string, unknown> = {}) =>
        run(shop.shopApi(), query, variables);
    const idOf = (code: string | undefined) => facetValues.get(code ?? '') ?? '0';
    const two = (key: number) => {
        const first = (key * 7) % (variantIds.length - 1);
        return variantIds.slice(first, first + 2);
    };
    const paid = (body: string) => Number(body === 'paid');
    const stepByStep: Task = {
        keys: variantIds.length,
        found: paid,
        async ask(key) {
            await guestCheckout(shop.shopApi(), two(key), paymentMethod);
            return { body: 'paid', hit: false };
        },
    };
    const inOne: Task = {
        ...stepByStep,
        async ask(key) {
            await checkoutAtOnce(shop.shopApi(), two(key), paymentMethod, '1');
            return { body: 'paid', hit: false };
        },
    };
    return {
        list: search(keys.pages.length, key => {
            const { category: collection, skip } = keys.pages[key] ?? {};
            return ask(LIST, { collection, skip });
        }),
        'product page': {
            keys: keys.slugs.length,
            ask: key => ask(PRODUCT, { slug: keys.slugs[key] }),
            found: body =>
                (JSON.parse(body) as { data: { product: { variants: unknown[] } } }).data.product.variants
                    .length,
            whole: wholeProduct,
        },
        menu: {
            keys: 1,
            ask: () => ask(MENU),
            found: body =>
                (
                    JSON.parse(body) as { data: { collections: { items: Array<{ children: unknown[] }> } } }
                ).data.collections.items.reduce((sum, { children }) => sum + 1 + children.length, 0),
            whole: body => body,
        },
        'term search': search(keys.terms.length, key => ask(TERM, { term: keys.terms[key] }), foundByTerm),
        'facet filter': search(keys.filters.length, key => {
            const [one, other] = keys.filters[key] ?? [];
            return ask(FILTER, { one: idOf(one), other: idOf(other) });
        }),
        ...(ours
            ? {
                  suggestion: {
                      keys: keys.beginnings.length,
                      ask: key => ask(SUGGEST, { term: keys.beginnings[key] }),
                      found: body => Number(body.includes('"slug"')),
                  } satisfies Task,
              }
            : {}),
        'add to cart': {
            keys: variantIds.length,
            ask: key => ask(ADD, { id: variantIds[key] }),
            found: body =>
                (JSON.parse(body) as { data: { addItemToOrder: { totalQuantity: number } } }).data
                    .addItemToOrder.totalQuantity,
        },
        'guest checkout': stepByStep,
        'checkout in one request': ours ? inOne : stepByStep,
    };
}

function wholeProduct(body: string): string {
    const { product } = (JSON.parse(body) as { data: { product: Record<string, unknown> } }).data;
    const sorted = Object.entries(product).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(item => JSON.stringify(item)).sort() : value,
    ]);
    return JSON.stringify(sorted);
}

async function run(shopApi: string, query: string, variables: Record<string, unknown>): Promise<Reply> {
    const { status, body, headers } = await exchange(shopApi, { body: JSON.stringify({ query, variables }) });
    if (status !== 200 || body.includes('"errors":') || body.includes('"errorCode":')) {
        throw new Error(`${status}: ${body}`);
    }
    return { body, hit: headers['efi-cache'] === 'hit' };
}
