import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { brand } from '@/lib/brand';
import type { MenuEntry } from './menu-entry';
import { RegionSwitch } from './region-switch';
import { Wordmark } from './wordmark';
import { ThemeSwitch, type Theme } from './theme-switch';

const legalLinks = ['withdrawal', 'shipping', 'terms', 'privacy', 'imprint'] as const;

interface Props {
    /** Of the column that leads through the shop. */
    readonly entries: readonly MenuEntry[];
    readonly showsTax: boolean;
    readonly theme: Theme;
}

export function SiteFooter({ entries, showsTax, theme }: Props) {
    const t = useTranslations();
    return (
        <footer className="mt-24 border-t border-line bg-surface">
            <div className="page grid grid-cols-2 gap-x-6 gap-y-12 py-14 md:grid-cols-3 md:gap-x-12 lg:grid-cols-[1.3fr_1fr_1fr_1.2fr_1.6fr]">
                <div className="col-span-full md:col-span-1">
                    <p className="display text-2xl">
                        <Wordmark />
                    </p>
                    <p className="mt-3 max-w-60 text-[0.95rem] text-muted">{t('shop.tagline')}</p>
                </div>
                <LinkList title={t('layout.shopTitle')} links={entries} />
                <LinkList
                    title={t('layout.helpTitle')}
                    links={[
                        { name: t('layout.findOrder'), href: '/orders' },
                        { name: t('layout.account'), href: '/account' },
                        { name: t('layout.cart'), href: '/cart' },
                        { name: t('layout.privacy'), href: '/account/privacy' },
                        { name: t('layout.yourData'), href: '/privacy-request' },
                    ]}
                />
                <LinkList
                    title={t('legal.title')}
                    links={[
                        { name: t('legal.withdraw'), href: '/withdraw' },
                        ...legalLinks.map(page => ({ name: t(`legal.${page}`), href: `/legal/${page}` })),
                    ]}
                />
                <div className="col-span-full grid content-start gap-8 sm:grid-cols-2 md:col-span-1 md:grid-cols-1">
                    <RegionSwitch />
                    <ThemeSwitch initial={theme} />
                </div>
            </div>
            <p className="page border-t border-line py-6 text-sm text-muted">
                {t(showsTax ? 'layout.allTaxIncluded' : 'layout.allTaxExcluded')}{' '}
                {t('layout.demo', { shop: brand.name })}
            </p>
        </footer>
    );
}

function LinkList({ title, links }: { title: string; links: readonly { name: string; href: string }[] }) {
    return (
        <div>
            <h2 className="mb-3 text-sm font-semibold">{title}</h2>
            <ul className="text-[0.95rem] hyphens-auto text-muted">
                {links.map(link => (
                    <li key={link.href}>
                        <Link
                            href={link.href}
                            className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
                        >
                            {link.name}
                        </Link>
                    </li>
                ))}
            </ul>
        </div>
    );
}
