import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/i18n/navigation';
import type { MenuEntry } from './menu-entry';
import { MobileMenu } from './mobile-menu';
import { SearchForm } from '@/components/search/search-form';
import { brand } from '@/lib/brand';
import { Wordmark } from './wordmark';

/** The bar above every page. `account` and `cart` are the shopper's own and come from the page. */
export function SiteHeader({
    entries,
    account,
    cart,
}: {
    entries: readonly MenuEntry[];
    account: ReactNode;
    cart: ReactNode;
}) {
    const t = useTranslations();
    return (
        <header className="sticky top-0 z-30 border-b border-line bg-paper/95 backdrop-blur-sm">
            <div className="page flex h-16 items-center gap-4 md:h-20 md:gap-8">
                <MobileMenu>
                    <MenuContent entries={entries} />
                </MobileMenu>
                <Link href="/" className="display text-[1.7rem] leading-none" aria-label={brand.name}>
                    <Wordmark />
                </Link>
                <nav aria-label={t('layout.departments')} className="hidden lg:block">
                    <ul className="flex gap-7 text-[0.95rem]">
                        {entries.map(entry => (
                            <li key={entry.id}>
                                <Link
                                    href={entry.href}
                                    className="py-3 decoration-1 underline-offset-8 hover:underline"
                                >
                                    {entry.name}
                                </Link>
                            </li>
                        ))}
                    </ul>
                </nav>
                <div className="ml-auto hidden w-full max-w-64 md:block">
                    <SearchForm id="search" />
                </div>
                <div className="ml-auto flex items-center gap-1 md:ml-0">
                    {account}
                    {cart}
                </div>
            </div>
        </header>
    );
}

function MenuContent({ entries }: { entries: readonly MenuEntry[] }) {
    const t = useTranslations('layout');
    return (
        <>
            <SearchForm id="menu-search" />
            <nav aria-label={t('departments')} className="mt-8">
                <ul>
                    {entries.map(entry => (
                        <li key={entry.id} className="border-b border-line">
                            <Link href={entry.href} className="display block py-4 text-2xl">
                                {entry.name}
                            </Link>
                        </li>
                    ))}
                </ul>
                <Link href="/orders" className="mt-8 flex min-h-11 items-center text-muted">
                    {t('findOrder')}
                </Link>
            </nav>
        </>
    );
}
