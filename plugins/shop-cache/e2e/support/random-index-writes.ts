import type { CachedShop } from './cached-shop';
import type { RandomSource } from './random-source';
import type { RandomWrite, RandomWrites } from './random-writes';

const TABLES = ['item', 'product', 'text'] as const;

/**
 * Changes of the search index: by hand, where each takes effect at once and comes in every way that a row can change,
 * and by what the shop's own jobs write after changes of the catalogue.
 */
export class RandomIndexWrites {
    private products: number[] = [];
    private count = 0;

    constructor(
        private readonly shop: CachedShop,
        private readonly random: RandomSource,
        private readonly catalogue: RandomWrites,
    ) {}

    /** More products than there are, in the index alone, and a copy of each row to bring lost ones back from. */
    async prepare(): Promise<void> {
        await this.waitForIndex();
        for (const table of TABLES) {
            await this.shop.sql(`CREATE TABLE kept_${table} AS SELECT * FROM efi_search_${table}`);
            await this.shop.sql(
                `INSERT INTO kept_${table} SELECT (jsonb_populate_record(kept, jsonb_build_object('productId', kept."productId" + 100))).*
                   FROM kept_${table} kept`,
            );
        }
        await this.bringBack();
        const rows = await this.shop.sql<{ id: number }>(
            'SELECT DISTINCT "productId" AS id FROM kept_item ORDER BY 1',
        );
        this.products = rows.map(({ id }) => id);
    }

    next(): RandomWrite {
        this.count++;
        if (this.random.below(4) === 0) {
            return this.catalogue.next();
        }
        const [first, second] = [this.one(), this.one()];
        const kinds: ReadonlyArray<readonly [name: string, run: () => Promise<unknown>]> = [
            ['one change', () => this.shop.sql(first)],
            ['one change', () => this.shop.sql(first)],
            ['two in one transaction', () => this.shop.sql(`DO $$ BEGIN ${first}; ${second}; END $$`)],
            ['one that is rolled back', () => this.shop.sql(`BEGIN; ${first}; ROLLBACK`)],
            ['lost rows come back', () => this.bringBack()],
        ];
        const [name, run] = this.random.pick(kinds);
        return { name: `${name} (${first}; ${second})`, run };
    }

    private one(): string {
        const { random } = this;
        const product = random.pick(this.products);
        const number = random.below(4_000);
        const ids = (): string => `ARRAY[${[1, 2, 3, 4].filter(() => random.below(2) > 0).join(',')}]::int[]`;
        const collections = `ARRAY[${[2, 3].filter(() => random.below(2) > 0).join(',')}]::int[]`;
        const set = (table: (typeof TABLES)[number], change: string, condition = 'true'): string =>
            `UPDATE efi_search_${table} SET ${change} WHERE "productId" = ${product} AND ${condition}`;
        const word = random.pick(['lamp', 'chair', 'rug', 'stool']);
        return random.pick([
            set('item', `price = ${number}, "priceWithTax" = ${number + 100}`),
            set('item', `"priceWithTax" = "priceWithTax" + 1`, `"variantId" % 2 = ${random.below(2)}`),
            set(
                'product',
                `price = ${number}, "maxPrice" = ${number}, "priceWithTax" = ${number + 100}, "maxPriceWithTax" = ${number + 100}`,
            ),
            'UPDATE efi_search_product SET "maxPriceWithTax" = "maxPriceWithTax" + 1',
            set('item', `"inStock" = ${random.below(2) > 0}, "productInStock" = ${random.below(2) > 0}`),
            set('product', `"inStock" = ${random.below(2) > 0}, "productInStock" = ${random.below(2) > 0}`),
            set('item', `"facetValueIds" = ${ids()}`),
            set('product', `"facetValueIds" = ${ids()}`),
            set('item', `"collectionIds" = ${collections}`),
            set('product', `"collectionIds" = ${collections}`),
            set('product', `"isUniform" = NOT "isUniform"`),
            set('item', `enabled = NOT enabled`),
            set('item', `"channelIds" = ARRAY[1, ${number}]`),
            set(
                'text',
                `"productName" = '${word} ${number}', words = to_tsvector('english', '${word} ${number}')`,
            ),
            set('text', `"variantName" = '${word} ${number}'`),
            set('text', `slug = 'slug-${number}'`),
            set(
                'text',
                `"productId" = "productId" + 1000`,
                `NOT EXISTS (SELECT FROM efi_search_text WHERE "productId" = ${product} + 1000)`,
            ),
            ...TABLES.map(table => `DELETE FROM efi_search_${table} WHERE "productId" = ${product}`),
            `INSERT INTO efi_search_word VALUES ('en', 'lamq${this.count}', 'lamq${this.count}') ON CONFLICT DO NOTHING`,
            `DELETE FROM efi_search_word WHERE word LIKE 'lamq%'`,
        ]);
    }

    private async bringBack(): Promise<void> {
        for (const table of TABLES) {
            await this.shop.sql(
                `INSERT INTO efi_search_${table} SELECT * FROM kept_${table} ON CONFLICT DO NOTHING`,
            );
        }
    }

    private async waitForIndex(): Promise<void> {
        for (;;) {
            const [row] = await this.shop.sql<{ waiting: number }>(
                'SELECT count(*)::int AS waiting FROM efi_search_pending WHERE due < clock_timestamp()',
            );
            if (row?.waiting === 0) {
                return;
            }
            await new Promise(resolve => setTimeout(resolve, 100));
        }
    }
}
