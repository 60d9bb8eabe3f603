'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { ReducedPrice, ReductionTerms } from '@/components/price/reduced-price';
import { SaleCountdown } from '@/components/price/sale-countdown';
import { Money } from '@/components/ui/money';
import { parseLocale } from '@/lib/market/locale';
import { shownPrice } from '@/lib/money/money';
import { announced } from '@/lib/price/announced';
import type { Reductions } from '@/lib/price/reduction';
import { AddToCart, type AddToCartAction } from './add-to-cart';
import { Gallery } from './gallery';
import { chooseOption, chosenVariant, initialVariant, selectionOf } from './option-matrix';
import { OptionPicker } from './option-picker';
import type { Product, Variant } from './product-query';

interface Props {
    readonly product: Product;
    /** From the URL: the variant to show first. */
    readonly variantId: string | undefined;
    readonly reductions: Reductions;
    readonly addToCart: AddToCartAction;
    /** How it comes to the shopper. */
    readonly delivery: ReactNode;
}

/** Pictures and purchase of a product. The chosen variant is kept in the URL, so that it can be shared. */
export function ProductView({ product, variantId, reductions, addToCart, delivery }: Props) {
    const first = initialVariant(product.variants, variantId);
    const [selection, setSelection] = useState(() => (first ? selectionOf(first) : {}));
    const [assetId, setAssetId] = useState(first?.featuredAsset?.id ?? product.featuredAsset?.id);
    const variant = chosenVariant(product.variants, selection);

    function choose(groupId: string, optionId: string) {
        const next = chooseOption(product.variants, selection, groupId, optionId);
        const chosen = chosenVariant(product.variants, next);
        setSelection(next);
        if (chosen?.featuredAsset) {
            setAssetId(chosen.featuredAsset.id);
        }
        if (chosen) {
            window.history.replaceState(null, '', `?variant=${chosen.id}`);
        }
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
                {variant && <PriceTag variant={variant} reductions={reductions} />}
                <OptionPicker product={product} selection={selection} onChoose={choose} />
                {variant && (
                    <>
                        <AddToCart key={variant.id} variant={variant} action={addToCart} />
                        <StockNote variant={variant} />
                    </>
                )}
                {delivery}
                <div
                    className="mt-8 max-w-prose border-t border-line pt-8 leading-relaxed text-ink/90 [&_p+p]:mt-4"
                    // Written by the shop's own merchandisers in the admin, which keeps rich text as HTML.
                    dangerouslySetInnerHTML={{ __html: product.description }}
                />
                <Details product={product} variant={variant} />
            </div>
        </div>
    );
}

/** The product's pictures, and those that only a variant has. */
function picturesOf(product: Product) {
    const all = [
        product.featuredAsset,
        ...product.assets,
        ...product.variants.map(variant => variant.featuredAsset),
    ];
    return [...new Map(all.flatMap(asset => (asset ? [[asset.id, asset] as const] : []))).values()];
}

function PriceTag({ variant, reductions }: { variant: Variant; reductions: Reductions }) {
    const t = useTranslations('product');
    const { market } = parseLocale(useLocale());
    const price = shownPrice(variant, market.showsTax);
    const reduction = announced(
        reductions.items.find(({ productVariantId }) => productVariantId === variant.id),
        market.showsTax,
        price,
    );
    return (
        <div className="mt-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="text-2xl font-medium" data-testid="price">
                    {reduction ? (
                        <ReducedPrice reduction={reduction} currency={variant.currencyCode} />
                    ) : (
                        <Money amount={price} currency={variant.currencyCode} />
                    )}
                </span>
                <span className="text-sm text-muted">
                    {market.showsTax
                        ? t('taxIncluded', { rate: variant.taxRateApplied.value })
                        : t('taxExcluded')}
                </span>
            </p>
            {reduction && (
                <p className="mt-1.5 text-sm text-muted">
                    <ReductionTerms reduction={reduction} currency={variant.currencyCode} />
                </p>
            )}
            {reduction?.endsAt !== undefined && (
                <SaleCountdown endsAt={reduction.endsAt} serverTime={reductions.serverTime} />
            )}
        </div>
    );
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

function Details({ product, variant }: { product: Product; variant: Variant | undefined }) {
    const t = useTranslations('product');
    const facets = new Map(product.facetValues.map(value => [value.facet.id, value.facet.name]));
    const facts = [
        ...[...facets].map(([id, name]) => ({
            id,
            name,
            value: product.facetValues
                .filter(value => value.facet.id === id)
                .map(value => value.name)
                .join(', '),
        })),
        ...(variant ? [{ id: 'sku', name: t('sku'), value: variant.sku }] : []),
    ];
    return (
        <dl className="mt-8 border-t border-line text-[0.95rem]">
            {facts.map(fact => (
                <div key={fact.id} className="flex justify-between gap-6 border-b border-line py-3">
                    <dt className="text-muted capitalize">{fact.name}</dt>
                    <dd className="text-right first-letter:uppercase">{fact.value}</dd>
                </div>
            ))}
        </dl>
    );
}
