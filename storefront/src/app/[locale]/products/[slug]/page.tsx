import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportAct } from '@/components/behaviour/report-act';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { CatalogueNotice } from '@/components/ui/catalogue-notice';
import { addToCart } from '@/features/cart/actions';
import { RecentlyViewed } from '@/features/catalogue/recently-viewed';
import { CompareButton } from '@/features/compare/compare-button';
import { Delivery } from '@/features/product/delivery';
import { fetchWrittenPage } from '@/features/content/content-queries';
import { Description, Facts } from '@/features/product/details';
import { Guide } from '@/features/product/guide';
import { fetchPickUpPlaces } from '@/features/product/pick-up-queries';
import { PriceTag } from '@/features/product/price-tag';
import { ProductJsonLd } from '@/features/product/product-json-ld';
import { fetchProduct, type Product, type ShownProduct } from '@/features/product/product-query';
import { ProductView } from '@/features/product/product-view';
import { Rail } from '@/features/recommendations/rail';
import { permanentRedirect } from '@/i18n/navigation';
import { alternates } from '@/lib/alternates';
import { currentConsent } from '@/lib/consent/current-consent';
import { storefrontEnv } from '@/lib/env';
import { currentMarket } from '@/lib/market/current-market';
import { plainText } from '@/lib/plain-text';
import { fetchReductions } from '@/lib/price/reduction';
import { openGraph } from '@/lib/sharing/open-graph';
import { fetchCurrentSlug } from '@/lib/vendure/current-slug';
import { wholeQuery } from '@/lib/whole-query';

interface Props {
    readonly params: Promise<{ slug: string }>;
    readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
    const product = await fetchProduct((await params).slug);
    if (!product) {
        return {};
    }
    const { locale } = await currentMarket();
    return {
        title: product.name,
        description: plainText(product.description).slice(0, 160),
        alternates: await alternates('/products/', product.translations),
        ...openGraph(locale, `/products/${product.slug}`, product.name),
    };
}

export default async function ProductPage({ params, searchParams }: Props) {
    const [{ slug }, query, { locale, market }] = await Promise.all([params, searchParams, currentMarket()]);
    const { variant } = query;
    const variantId = typeof variant === 'string' ? variant : undefined;
    const [product, consent, pickUpPlaces] = await Promise.all([
        fetchProduct(slug),
        currentConsent(),
        fetchPickUpPlaces(),
    ]);
    const current = product ? product.slug : await fetchCurrentSlug('PRODUCT', slug);
    if (current !== undefined && current !== slug) {
        const path = `/products/${encodeURIComponent(current)}`;
        permanentRedirect({ href: path + wholeQuery(query), locale });
    }
    if (!product) {
        notFound();
    }
    const home = mostSpecific(product);
    const reductions = fetchReductions({ productIds: [product.id] });
    return (
        <div className="page pt-8 md:pt-10">
            <Breadcrumbs steps={stepsTo(product, home)} />
            <CatalogueNotice />
            <ProductView
                key={product.id}
                product={shownOf(product)}
                variantId={variantId}
                prices={Object.fromEntries(
                    product.variants.map(each => [
                        each.id,
                        <PriceTag key={each.id} variant={each} reductions={reductions} />,
                    ]),
                )}
                addToCart={addToCart}
                compare={<CompareButton productId={product.id} />}
                delivery={<Delivery />}
                pickUpPlaces={pickUpPlaces}
                description={<Description html={product.description} />}
                facts={<Facts {...product} />}
                guides={await guidesOf(product)}
            />
            <div className="mt-24 grid grid-cols-[minmax(0,1fr)] gap-14 border-t border-line pt-14">
                <Rail placement="SIMILAR" productId={product.id} collectionId={home?.id} />
                <Rail placement="BOUGHT_TOGETHER" productId={product.id} />
            </div>
            <RecentlyViewed except={product.id} />
            {consent.purposes.length > 0 && (
                // Not the key of the view above: siblings with one key get mixed up.
                <ReportAct key={`viewed-${product.id}`} act={{ productViewed: { productId: product.id } }} />
            )}
            <ProductJsonLd
                product={product}
                url={`${storefrontEnv().storefrontUrl}/${locale}/products/${product.slug}`}
                showsTax={market.showsTax}
            />
        </div>
    );
}

function shownOf({ id, name, featuredAsset, assets, optionGroups, variants }: Product): ShownProduct {
    const groups = optionGroups.map(group => ({ id: group.id, name: group.name, options: group.options }));
    return { id, name, featuredAsset, assets, optionGroups: groups, variants };
}

/** A landing page with the code of an option group as its address, `shoe-size` say, is the guide to its options. */
async function guidesOf({ optionGroups }: Product) {
    const pages = await Promise.all(optionGroups.map(({ code }) => fetchWrittenPage('LANDING', code)));
    return Object.fromEntries(
        optionGroups.flatMap(({ id }, index) => {
            const page = pages[index];
            return page?.slug ? [[id, <Guide key={id} slug={page.slug} title={page.title} />]] : [];
        }),
    );
}

type Place = Product['collections'][number];

/** A product stands in a collection and in those above it; the deepest one says most about it. */
function mostSpecific(product: Product): Place | undefined {
    return [...product.collections].sort((a, b) => b.breadcrumbs.length - a.breadcrumbs.length)[0];
}

function stepsTo(product: Product, home: Place | undefined) {
    const above = home?.breadcrumbs.slice(1) ?? [];
    return [
        ...above.map(step => ({ name: step.name, href: `/collections/${step.slug}` })),
        { name: product.name },
    ];
}
