'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { useEarlyPress } from '@/components/ui/use-early-press';
import { usePathname } from '@/i18n/use-navigation';

/** The menu on small screens: a modal dialog, which keeps the focus inside and closes with Escape. */
export function MobileMenu({ children }: { children: ReactNode }) {
    const t = useTranslations('layout');
    const dialog = useRef<HTMLDialogElement>(null);
    const button = useRef<HTMLButtonElement>(null);
    const pathname = usePathname();
    useEffect(() => dialog.current?.close(), [pathname]);
    useEarlyPress(button);
    return (
        <div className="lg:hidden">
            <button
                ref={button}
                type="button"
                className="-ml-3 grid size-12 place-items-center"
                aria-label={t('menu')}
                aria-haspopup="dialog"
                onClick={() => dialog.current?.showModal()}
            >
                <Icon name="menu" size={22} />
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
                    <Icon name="close" size={22} />
                </button>
                {children}
            </dialog>
        </div>
    );
}
