'use client';

import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { changesInPlace } from '@/lib/in-place';
import { AddToCart, type AddToCartAction } from './add-to-cart';
import { Fact } from './fact';
import { Gallery } from './gallery';
import { initialVariant, selectionOf } from './option-matrix';
import { OptionPicker } from './option-picker';
import { LazyPickUp } from './lazy-pick-up';
import type { PickUpPlace } from './pick-up-stock';
import type { ShownProduct, Variant } from './product-query';

interface Props {
    readonly product: ShownProduct;
    /** From the URL: the variant to show first. */
    readonly variantId: string | undefined;
    /** What each variant costs, by its id. */
    readonly prices: Readonly<Record<string, ReactNode>>;
    readonly addToCart: AddToCartAction;
    /** By the id of the option group, what helps to choose. */
    readonly guides: Readonly<Record<string, ReactNode>>;
    /** What puts it beside others. */
    readonly compare: ReactNode;
    /** How it comes to the shopper. */
    readonly delivery: ReactNode;
    /** Where shoppers of this market can fetch things; none where they can't. */
    readonly pickUpPlaces: readonly PickUpPlace[];
    readonly description: ReactNode;
    /** What is known of every variant: {@link Fact}s. */
    readonly facts: ReactNode;
}

/** Pictures and purchase of a product. The chosen variant is kept in the URL, so that it can be shared. */
export function ProductView(props: Props) {
    const { product, variantId, prices, addToCart, compare, delivery, description, facts } = props;
    const { guides, pickUpPlaces } = props;
    const t = useTranslations('product');
    const first = initialVariant(product.variants, variantId);
    const [chosenId, setChosenId] = useState(first?.id);
    const [assetId, setAssetId] = useState(first?.featuredAsset?.id ?? product.featuredAsset?.id);
    const variant = initialVariant(product.variants, chosenId);

    // A link to another variant, in the cart say, leads to the page that is there already.
    const asked = useSearchParams().get('variant') ?? undefined;
    const [followed, setFollowed] = useState(asked);
    if (asked !== followed) {
        setFollowed(asked);
        show(initialVariant(product.variants, asked));
    }

    function show(next: Variant | undefined) {
        setChosenId(next?.id);
        if (next?.featuredAsset && next.id !== variant?.id) {
            setAssetId(next.featuredAsset.id);
        }
    }

    function choose(id: string) {
        const address = `?variant=${id}`;
        show(initialVariant(product.variants, id));
        changesInPlace(address);
        window.history.replaceState(null, '', address);
    }

    return (
        <div className="grid gap-10 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
            <Gallery
                name={product.name}
                assets={picturesOf(product)}
                current={assetId}
                onSelect={setAssetId}
            />
            <div className="lg:pt-4">
                <h1 className="display text-4xl md:text-[2.9rem]">{product.name}</h1>
                {variant && prices[variant.id]}
                <OptionPicker
                    product={product}
                    selection={variant ? selectionOf(variant) : {}}
                    onChoose={choose}
                    guides={guides}
                />
                {variant && (
                    <>
                        <AddToCart key={variant.id} variant={variant} action={addToCart} />
                        <StockNote variant={variant} />
                    </>
                )}
                {compare}
                {delivery}
                {variant && pickUpPlaces.length > 0 && (
                    <LazyPickUp
                        key={variant.id}
                        productId={product.id}
                        variantId={variant.id}
                        places={pickUpPlaces}
                    />
                )}
                {description}
                <h2 id="details" className="mt-8 text-sm font-medium">
                    {t('details')}
                </h2>
                <dl aria-labelledby="details" className="mt-3 border-t border-line text-[0.95rem]">
                    {facts}
                    {variant && <Fact name={t('sku')} value={variant.sku} />}
                </dl>
            </div>
        </div>
    );
}

/** The product's pictures, and those that only a variant has. */
function picturesOf(product: ShownProduct) {
    const all = [
        product.featuredAsset,
        ...product.assets,
        ...product.variants.map(variant => variant.featuredAsset),
    ];
    return [...new Map(all.flatMap(asset => (asset ? [[asset.id, asset] as const] : []))).values()];
}

function StockNote({ variant }: { variant: Variant }) {
    const t = useTranslations('product');
    switch (variant.stockLevel) {
        case 'OUT_OF_STOCK':
            return null;
        case 'LOW_STOCK':
            return <p className="mt-4 text-sm text-sale">{t('lowStock')}</p>;
        default:
            return <p className="mt-4 text-sm text-positive">{t('inStock')}</p>;
    }
}
