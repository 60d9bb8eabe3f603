import type { CatalogueProduct, Problem } from '../domain/catalogue-product';
import type { ReadProduct } from './read-products';

const MOST_PRODUCTS = 250;
const MOST_VARIANTS = 1_500;
const MOST_PROBLEMS = 1_000;

/** What is written in one transaction. No two products have a slug or a SKU in common. */
export class Batch {
    readonly products: CatalogueProduct[] = [];
    readonly problems: Problem[] = [];
    /** How many products could not be read. */
    refused = 0;
    private readonly taken = new Set<string>();
    private variants = 0;

    /** Whether another one goes in; anything goes into an empty batch. */
    fits({ product }: ReadProduct): boolean {
        return (
            this.variants + this.problems.length === 0 ||
            (this.products.length < MOST_PRODUCTS &&
                this.problems.length < MOST_PROBLEMS &&
                this.variants + (product?.variants.length ?? 0) <= MOST_VARIANTS &&
                !(product && keysOf(product).some(key => this.taken.has(key))))
        );
    }

    add({ product, problems }: ReadProduct): void {
        this.problems.push(...problems);
        if (!product) {
            this.refused++;
            return;
        }
        this.products.push(product);
        this.variants += product.variants.length;
        keysOf(product).forEach(key => this.taken.add(key));
    }
}

/** What tells a product and its variants from all others. */
export function keysOf({ slug, variants }: CatalogueProduct): string[] {
    return [`slug ${slug}`, ...variants.map(({ sku }) => `sku ${sku}`)];
}
