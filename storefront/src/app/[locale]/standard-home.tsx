import { getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { ProductImage } from '@/components/ui/product-image';
import { fetchDepartments, type Department } from '@/features/catalogue/collections';
import { parseListingState } from '@/features/catalogue/listing-state';
import { pickAcross } from '@/features/catalogue/pick-across';
import { ProductGrid } from '@/features/catalogue/product-grid';
import { searchProducts } from '@/features/catalogue/search-products';
import { Rail } from '@/features/recommendations/rail';
import { Link } from '@/i18n/navigation';
import { currentConsent } from '@/lib/consent/current-consent';
import { currentMarket } from '@/lib/market/current-market';
import { fetchCustomerIfAnswered } from '@/lib/vendure/current-customer';

/** The home page that a shop begins with: made of its departments, as long as nobody has written one. */
export async function StandardHome() {
    const [t, departments, { market }, consent, customer] = await Promise.all([
        getTranslations('home'),
        fetchDepartments(),
        currentMarket(),
        currentConsent(),
        fetchCustomerIfAnswered(),
    ]);
    const wantsOwn = customer !== undefined && consent.purposes.includes('personalisation');
    const picks = await fetchPicks(departments);
    const promises = [
        {
            title: t('promiseOneTitle'),
            text: t(market.showsTax ? 'promiseOneIncluded' : 'promiseOneExcluded'),
        },
        { title: t('promiseTwoTitle'), text: t('promiseTwo') },
        { title: t('promiseThreeTitle'), text: t('promiseThree') },
    ];
    return (
        <>
            <Hero departments={departments} />
            <section aria-labelledby="departments" className="page mt-20 md:mt-28">
                <h2 id="departments" className="sr-only">
                    {t('departments')}
                </h2>
                <ul className="grid gap-4 sm:grid-cols-3 md:gap-6">
                    {departments.slice(0, 3).map(department => (
                        <li key={department.id}>
                            <DepartmentTile department={department} />
                        </li>
                    ))}
                </ul>
            </section>
            <section aria-labelledby="picks" className="page mt-20 md:mt-28">
                <div className="mb-8 flex flex-wrap items-end justify-between gap-4 md:mb-10">
                    <div>
                        <h2 id="picks" className="display text-3xl md:text-4xl">
                            {t('picks')}
                        </h2>
                        <p className="mt-2 text-muted">{t('picksLead')}</p>
                    </div>
                    <Link href="/search" className="py-2 underline underline-offset-4">
                        {t('seeAll')}
                    </Link>
                </div>
                <ProductGrid products={picks} wide />
            </section>
            <div className="page mt-20 md:mt-28">
                <Rail placement={wantsOwn ? 'FOR_YOU' : 'TRENDING'} />
            </div>
            <section className="page mt-20 grid gap-10 border-t border-line pt-14 md:mt-28 md:grid-cols-3">
                {promises.map(promise => (
                    <div key={promise.title}>
                        <h2 className="display text-xl">{promise.title}</h2>
                        <p className="mt-2 max-w-xs text-[0.95rem] text-muted">{promise.text}</p>
                    </div>
                ))}
            </section>
        </>
    );
}

/** A few products of every department. */
async function fetchPicks(departments: readonly Department[]) {
    const listings = await Promise.all(
        departments.map(department => searchProducts(parseListingState({}), department.id)),
    );
    const lists = listings.map(listing => listing.products);
    return pickAcross(lists, 8, product => product.productId);
}

async function Hero({ departments }: { departments: readonly Department[] }) {
    const t = await getTranslations('home');
    const [first, second] = departments.slice(-2);
    const pictureOf = (department: Department | undefined) =>
        department?.children?.findLast(child => child.featuredAsset)?.featuredAsset ??
        department?.featuredAsset;
    return (
        <section className="page grid items-center gap-10 pt-8 md:grid-cols-[1fr_1.1fr] md:gap-16 md:pt-14">
            <div className="order-last md:order-first">
                <h1 className="display text-[2.75rem] sm:text-6xl lg:text-[4.6rem]">{t('title')}</h1>
                <p className="mt-6 max-w-md text-lg leading-relaxed text-muted">{t('lead')}</p>
                {first && (
                    <Link href={`/collections/${first.slug}`} className={buttonStyle('primary', 'mt-8')}>
                        {t('shopDepartment', { name: first.name })}
                    </Link>
                )}
            </div>
            <div className="relative grid grid-cols-[1.5fr_1fr] items-end gap-4 md:gap-6" aria-hidden>
                <div className="relative aspect-4/5 overflow-hidden rounded-2xl bg-surface">
                    <ProductImage
                        src={pictureOf(first)?.preview}
                        alt=""
                        comes="first"
                        sizes="(min-width: 48rem) 30vw, calc(60vw - 2.1rem)"
                    />
                </div>
                <div className="relative mb-8 aspect-3/4 overflow-hidden rounded-2xl bg-surface">
                    <ProductImage
                        src={pictureOf(second)?.preview}
                        alt=""
                        comes="early"
                        sizes="(min-width: 48rem) 20vw, calc(40vw - 1.4rem)"
                    />
                </div>
            </div>
        </section>
    );
}

function DepartmentTile({ department }: { department: Department }) {
    return (
        <div className="group relative aspect-3/2 overflow-hidden rounded-2xl bg-surface sm:aspect-4/5">
            <ProductImage
                src={department.featuredAsset?.preview}
                alt=""
                sizes="(min-width: 40rem) 33vw, 100vw"
                className="transition-transform duration-700 ease-out group-hover:scale-[1.03]"
            />
            <div className="absolute inset-0 bg-linear-to-t from-black/75 via-black/20 to-transparent" />
            <div className="absolute inset-x-6 bottom-6 text-white">
                <h3 className="display text-3xl">
                    <Link
                        href={`/collections/${department.slug}`}
                        className="decoration-1 underline-offset-8 group-hover:underline after:absolute after:inset-0"
                    >
                        {department.name}
                    </Link>
                </h3>
                <p className="mt-1.5 text-sm text-white/90">
                    {department.children
                        ?.slice(0, 3)
                        .map(child => child.name)
                        .join(' · ')}
                </p>
            </div>
        </div>
    );
}
