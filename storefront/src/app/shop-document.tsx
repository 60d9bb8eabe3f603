import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/layout/client-messages';
import { FollowLinks } from '@/components/layout/follow-links';
import { AccountLink } from '@/components/layout/header-links';
import type { MenuEntry } from '@/components/layout/menu-entry';
import { NotePresses } from '@/components/layout/note-presses';
import { RouteFocus } from '@/components/layout/route-focus';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import type { Theme } from '@/components/layout/theme-switch';
import { IconSprite } from '@/components/ui/icon-sprite';
import { addToCart } from '@/features/cart/actions';
import { CartButton } from '@/features/cart/cart-button';
import { cartView } from '@/features/cart/cart-view';
import { fetchDepartments, type Department } from '@/features/catalogue/collections';
import { BannerChoices, BannerQuestion } from '@/features/consent/banner-choices';
import { ConsentBanner } from '@/features/consent/consent-banner';
import { consentToAsk } from '@/features/consent/consent-texts';
import { fetchWrittenMenus, type WrittenMenu } from '@/features/content/content-queries';
import { hrefOf } from '@/features/content/written-link';
import { OfflineSupport } from '@/features/offline/offline-support';
import { storefrontEnv } from '@/lib/env';
import { currentMarket } from '@/lib/market/current-market';
import { languageTag } from '@/lib/market/locale';
import { fetchShopper } from '@/lib/vendure/shopper';

/** The whole document of a page, with header and footer, in the shopper's language. */
export async function ShopDocument({ children }: { children: ReactNode }) {
    const [t, { locale, market }, departments = [], menus, shopper, theme, asked] = await Promise.all([
        getTranslations('layout'),
        currentMarket(),
        orWithout(fetchDepartments()),
        orWithout(fetchWrittenMenus()),
        orWithout(fetchShopper()),
        chosenTheme(),
        consentToAsk(),
    ]);
    const { order: cart, customer } = shopper ?? {};
    return (
        <html lang={languageTag(locale)} data-theme={theme}>
            <body className="flex min-h-dvh flex-col">
                <IconSprite />
                <ClientMessages>
                    <a
                        href="#content"
                        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-full bg-ink px-5 py-3 text-paper focus:translate-y-0"
                    >
                        {t('skip')}
                    </a>
                    <SiteHeader
                        entries={menuEntries(menus?.header, departments)}
                        account={<AccountLink signedIn={customer !== undefined} />}
                        cart={
                            <CartButton
                                cart={cart && cartView(cart, market.showsTax)}
                                label={shopper && t('cartWithCount', { count: cart?.totalQuantity ?? 0 })}
                            />
                        }
                    />
                    <ConsentBanner isAsked={asked !== undefined} question={asked && <BannerQuestion />}>
                        {asked && <BannerChoices {...asked} />}
                    </ConsentBanner>
                    <main id="content" tabIndex={-1} className="flex-1">
                        {children}
                    </main>
                    <SiteFooter
                        entries={menuEntries(menus?.footer, departments)}
                        showsTax={market.showsTax}
                        theme={theme}
                    />
                    <FollowLinks />
                    <RouteFocus />
                    <OfflineSupport enabled={storefrontEnv().keepsPages} addToCart={addToCart} />
                </ClientMessages>
                <NotePresses />
            </body>
        </html>
    );
}

/** A page that can't be made says so itself, in the frame: that one is there even when the Shop API is away. */
async function orWithout<Value>(part: Promise<Value>): Promise<Value | undefined> {
    try {
        return await part;
    } catch (error) {
        unstable_rethrow(error);
        console.error('A page is shown without a part of its frame:', error);
        return undefined;
    }
}

/** What somebody wrote, or else the shop's departments. */
function menuEntries(
    written: WrittenMenu | null | undefined,
    departments: readonly Department[],
): readonly MenuEntry[] {
    return written
        ? written.items.map(({ id, label, link }) => ({ id, name: label, href: hrefOf(link) }))
        : departments.map(({ id, name, slug }) => ({ id, name, href: `/collections/${slug}` }));
}

async function chosenTheme(): Promise<Theme> {
    const theme = (await cookies()).get('theme')?.value;
    return theme === 'light' || theme === 'dark' ? theme : 'system';
}
