import { JsonLd } from '@/components/ui/json-ld';
import { plainText } from '@/lib/plain-text';
import { isSoldOut } from './option-matrix';
import type { Product } from './product-query';

interface Props {
    readonly product: Product;
    /** Absolute address of the page. */
    readonly url: string;
    readonly showsTax: boolean;
}

/** Tells search engines what is sold here and at which price, in schema.org's terms. */
export function ProductJsonLd({ product, url, showsTax }: Props) {
    const data = {
        '@type': 'Product',
        name: product.name,
        description: plainText(product.description),
        image: product.assets.map(asset => asset.preview),
        url,
        offers: product.variants.map(variant => ({
            '@type': 'Offer',
            sku: variant.sku,
            name: variant.name,
            url: `${url}?variant=${variant.id}`,
            price: ((showsTax ? variant.priceWithTax : variant.price) / 100).toFixed(2),
            priceCurrency: variant.currencyCode,
            availability: `https://schema.org/${isSoldOut(variant) ? 'OutOfStock' : 'InStock'}`,
        })),
    };
    return <JsonLd data={data} />;
}
