'use client';

import { Menu, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Link, usePathname } from '@/i18n/navigation';
import { SearchForm } from '@/components/search/search-form';
import type { MenuEntry } from './menu-entry';

/** The departments on small screens: a modal dialog, which keeps the focus inside and closes with Escape. */
export function MobileMenu({ departments }: { departments: readonly MenuEntry[] }) {
    const t = useTranslations('layout');
    const dialog = useRef<HTMLDialogElement>(null);
    const pathname = usePathname();
    useEffect(() => dialog.current?.close(), [pathname]);
    return (
        <div className="lg:hidden">
            <button
                type="button"
                className="-ml-3 grid size-12 place-items-center"
                aria-label={t('menu')}
                aria-haspopup="dialog"
                onClick={() => dialog.current?.showModal()}
            >
                <Menu size={22} aria-hidden />
            </button>
            <dialog
                ref={dialog}
                aria-label={t('menu')}
                className="m-0 h-dvh max-h-none w-[min(24rem,88vw)] max-w-none bg-paper p-6 text-ink backdrop:bg-black/50"
                onClick={event => event.target === dialog.current && dialog.current.close()}
            >
                <button
                    type="button"
                    className="mb-4 -ml-3 grid size-12 place-items-center"
                    aria-label={t('close')}
                    onClick={() => dialog.current?.close()}
                >
                    <X size={22} aria-hidden />
                </button>
                <SearchForm id="menu-search" />
                <nav aria-label={t('departments')} className="mt-8">
                    <ul>
                        {departments.map(department => (
                            <li key={department.id} className="border-b border-line">
                                <Link
                                    href={`/collections/${department.slug}`}
                                    className="display block py-4 text-2xl"
                                >
                                    {department.name}
                                </Link>
                            </li>
                        ))}
                    </ul>
                    <Link href="/orders" className="mt-8 block py-2 text-muted">
                        {t('findOrder')}
                    </Link>
                </nav>
            </dialog>
        </div>
    );
}
