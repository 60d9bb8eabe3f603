import { describe, expect, it } from 'vitest';
import { tablesInStatement } from './tables-in-statement';

const known = new Set(['product', 'product_variant', 'order', 'session', 'stock_level']);

describe('the tables in a statement', () => {
    it.each([
        [
            'SELECT "p"."id" FROM "product" "p" LEFT JOIN "product_variant" "v" ON true',
            ['product', 'product_variant'],
        ],
        ['select id from stock_level order by id', ['stock_level']],
        ['SELECT 1 FROM product, Product_Variant v', ['product', 'product_variant']],
        ['SELECT 1 FROM public.product', ['product']],
        ['SELECT 1 FROM "order" ORDER BY 1', ['order']],
        ['WITH x AS (SELECT * FROM session) SELECT * FROM x', ['session']],
        [`SELECT E'it\\'s' FROM session WHERE x = 'y'`, ['session']],
        [`SELECT '"' FROM "session" WHERE x = '"'`, ['session']],
        ['SELECT productx, x_product, product2 FROM unknown', []],
    ])('%s', (statement, tables) => {
        expect(tablesInStatement(statement, known)).toEqual(tables);
    });
});
