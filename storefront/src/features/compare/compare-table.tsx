import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ProductImage } from '@/components/ui/product-image';
import { Link } from '@/i18n/navigation';
import { parseLocale } from '@/lib/market/locale';
import { formatMoney } from '@/lib/money/money';
import { compareProduct } from './actions';
import type { Compared } from './compare-query';
import { comparedRows } from './comparison';

/** Products side by side, a column for each. On a small screen it is moved sideways; the keyboard can do that, too. */
export function CompareTable({ products }: { products: readonly Compared[] }) {
    const t = useTranslations('compare');
    const rows = comparedRows(products);
    return (
        <div role="group" aria-label={t('title')} tabIndex={0} className="-mx-5 overflow-x-auto px-5 pb-4">
            <table className="w-full min-w-max table-fixed border-collapse text-left text-[0.95rem]">
                <thead>
                    <tr>
                        <td className="w-28 md:w-44" />
                        {products.map(product => (
                            <th
                                key={product.id}
                                scope="col"
                                className="w-44 pr-5 pb-5 align-top font-medium md:w-60"
                            >
                                <ProductHead product={product} />
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    <Row name={t('price')}>
                        {products.map(product => (
                            <Cell key={product.id}>
                                <Price product={product} />
                            </Cell>
                        ))}
                    </Row>
                    <Row name={t('availability')}>
                        {products.map(product => (
                            <Cell key={product.id}>{t(isSoldOut(product) ? 'soldOut' : 'available')}</Cell>
                        ))}
                    </Row>
                    {rows.map(({ name, values, differs }) => (
                        <Row key={name} name={name}>
                            {values.map((value, index) => (
                                <Cell key={products[index]?.id} isMuted={!differs}>
                                    {value || <Unknown />}
                                </Cell>
                            ))}
                        </Row>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function ProductHead({ product }: { product: Compared }) {
    const t = useTranslations('compare');
    return (
        <>
            <div className="relative mb-3 aspect-4/5 overflow-hidden rounded-xl bg-surface">
                <ProductImage
                    src={product.featuredAsset?.preview}
                    alt=""
                    comes="early"
                    sizes="(min-width: 48rem) 15rem, 11rem"
                    widest={828}
                />
            </div>
            <Link href={`/products/${product.slug}`} className="underline-offset-4 hover:underline">
                {product.name}
            </Link>
            <form action={compareProduct}>
                <input type="hidden" name="productId" value={product.id} />
                <button
                    name="compared"
                    value="no"
                    aria-label={t('removeProduct', { name: product.name })}
                    className="min-h-11 text-sm font-normal text-muted underline underline-offset-4 hover:text-ink"
                >
                    {t('takeAway')}
                </button>
            </form>
        </>
    );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
    return (
        <tr className="border-t border-line">
            <th scope="row" className="py-4 pr-4 align-top font-normal text-muted capitalize">
                {name}
            </th>
            {children}
        </tr>
    );
}

function Unknown() {
    const t = useTranslations('compare');
    return (
        <>
            <span aria-hidden>–</span>
            <span className="sr-only">{t('unknown')}</span>
        </>
    );
}

/** @param isMuted - All products say the same. */
function Cell({ isMuted, children }: { isMuted?: boolean; children: ReactNode }) {
    return <td className={`py-4 pr-5 align-top ${isMuted ? 'text-muted' : ''}`}>{children}</td>;
}

function Price({ product: { variants } }: { product: Compared }) {
    const t = useTranslations('listing');
    const locale = useLocale();
    const { showsTax } = parseLocale(locale).market;
    const amounts = variants.map(variant => (showsTax ? variant.priceWithTax : variant.price));
    const currency = variants[0]?.currencyCode;
    if (!currency) {
        return null;
    }
    const lowest = Math.min(...amounts);
    const price = formatMoney(lowest, currency, locale);
    return lowest === Math.max(...amounts) ? price : t('from', { price });
}

function isSoldOut({ variants }: Compared): boolean {
    return variants.every(variant => variant.stockLevel === 'OUT_OF_STOCK');
}
