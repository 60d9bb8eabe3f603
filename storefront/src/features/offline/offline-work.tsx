import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useEffect, useReducer, useState, useSyncExternalStore } from 'react';
import { WaitingList } from '@/components/cart/waiting-list';
import { Button } from '@/components/ui/button';
import { usePathname } from '@/i18n/use-navigation';
import type { ActionResult, FormState } from '@/lib/action-result';
import { announceAdded } from '@/lib/cart/added-to-cart';
import { onHeldBack } from '@/lib/cart/held-back';
import { addWaiting } from '@/lib/cart/waiting';
import { parseLocale } from '@/lib/market/locale';
import { moment } from '@/lib/moment';
import { isUnreachable, keptAt } from '@/lib/offline/reachable';
import { sendWaiting, type Answer } from './send-waiting';
import { keepPages, tellSeen } from './service-worker';

export interface OfflineProps {
    /** Whether pages are kept at all. */
    readonly enabled: boolean;
    readonly addToCart: (state: FormState, form: FormData) => Promise<ActionResult>;
}

/** Pages that were seen work without the shop, with a bar that says so; what was put into the cart meanwhile is sent later. */
export function OfflineWork({ enabled, addToCart }: OfflineProps) {
    const t = useTranslations('offline');
    const pathname = usePathname();
    const { market } = parseLocale(useLocale());
    const isOffline = useSyncExternalStore(onNetworkChange, isUnreachable, () => false);
    const [answers, setAnswers] = useState<readonly Answer[]>([]);

    useEffect(() => void keepPages(enabled).catch(() => undefined), [enabled]);
    useEffect(() => {
        if (enabled && !isOffline) {
            void tellSeen(location.href).catch(() => undefined);
        }
    }, [enabled, isOffline, pathname]);
    const [, showWaiting] = useReducer((times: number) => times + 1, 0);
    useEffect(
        () =>
            onHeldBack(item => {
                addWaiting(localStorage, market.code, item);
                showWaiting();
            }),
        [market.code],
    );
    useEffect(() => {
        if (!isOffline) {
            void sendWaiting(market.code, addToCart, t('refused')).then(given => {
                // None when nothing waits: what was told before stays until it is closed.
                setAnswers(told => (given.length > 0 ? given : told));
                if (given.some(({ problem }) => problem === undefined)) {
                    announceAdded();
                }
            });
        }
        // With each page: what had to go on waiting is tried again.
    }, [isOffline, market.code, addToCart, t, pathname]);

    return (
        <div role="status" className="fixed inset-x-0 bottom-0 z-40">
            {isOffline && <OfflineBar />}
            {!isOffline && answers.some(({ problem }) => problem) && (
                <Bar>
                    <ul>
                        {answers
                            .filter(({ problem }) => problem)
                            .map(({ name, problem }, index) => (
                                <li key={index}>{`${name}: ${problem}`}</li>
                            ))}
                    </ul>
                    <Button look="quiet" onClick={() => setAnswers([])}>
                        {t('close')}
                    </Button>
                </Bar>
            )}
        </div>
    );
}

function OfflineBar() {
    const t = useTranslations('offline');
    const format = useFormatter();
    const kept = keptAt();
    return (
        <Bar>
            <p>
                <span className="font-medium">{t('title')}</span>{' '}
                {kept ? t('kept', { time: format.dateTime(kept, moment) }) : t('text')}
            </p>
            <WaitingList />
            <Button look="quiet" onClick={() => location.reload()}>
                {t('retry')}
            </Button>
        </Bar>
    );
}

function Bar({ children }: { children: React.ReactNode }) {
    return (
        <div className="border-t border-line bg-raised shadow-xl">
            <div className="page flex flex-wrap items-center justify-between gap-x-6 py-2 text-[0.95rem]">
                {children}
            </div>
        </div>
    );
}

function onNetworkChange(listener: () => void): () => void {
    // With the network back, a kept page asks anew: it may say things that are no longer true.
    const back = () => (keptAt() ? location.reload() : listener());
    window.addEventListener('online', back);
    window.addEventListener('offline', listener);
    return () => {
        window.removeEventListener('online', back);
        window.removeEventListener('offline', listener);
    };
}
