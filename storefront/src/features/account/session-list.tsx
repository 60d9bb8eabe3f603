'use client';

import { Monitor, Smartphone, Tablet, Terminal } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { FormError, FormSuccess } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { moment } from '@/lib/moment';
import { endSession } from './session-actions';
import type { ShopperSession } from './sessions';

const icons = { DESKTOP: Monitor, MOBILE: Smartphone, TABLET: Tablet, OTHER: Terminal };

/** Where the customer is signed in, each but this browser with a button that signs it out. */
export function SessionList({ sessions }: { sessions: readonly ShopperSession[] }) {
    const t = useTranslations('account');
    const [result, submit] = useAction(endSession);
    return (
        <form action={submit} className="grid gap-6">
            <ul className="border-t border-line">
                {sessions.map(session => (
                    <SessionItem key={session.id} session={session} />
                ))}
            </ul>
            {sessions.length > 1 && (
                <SubmitButton look="secondary" name="session" value="others" pending={t('endingSession')}>
                    {t('endOtherSessions')}
                </SubmitButton>
            )}
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <FormSuccess>{result?.ok && t('sessionEnded')}</FormSuccess>
        </form>
    );
}

function SessionItem({ session }: { session: ShopperSession }) {
    const t = useTranslations('account');
    const format = useFormatter();
    const Icon = icons[session.kind];
    const device = [session.browser, session.system].filter(Boolean).join(', ') || t('unknownDevice');
    const written = (time: string) => format.dateTime(new Date(time), moment);
    return (
        <li className="flex items-center gap-4 border-b border-line py-5 text-[0.95rem]">
            <Icon aria-hidden className="size-6 shrink-0 text-muted" strokeWidth={1.5} />
            <p className="min-w-0 flex-1">
                <span className="font-medium">{device}</span>
                {session.isCurrent && <span className="ml-2 text-positive">{t('thisBrowser')}</span>}
                <span className="block text-sm text-muted">
                    {t('sessionBegan', { time: written(session.createdAt), address: session.address ?? '–' })}
                </span>
                <span className="block text-sm text-muted">
                    {t('sessionUsed', { time: written(session.lastUsedAt) })}
                </span>
            </p>
            {!session.isCurrent && (
                <SubmitButton
                    look="quiet"
                    name="session"
                    value={session.id}
                    pending={t('endingSession')}
                    label={t('endSessionOn', { device })}
                >
                    {t('endSession')}
                </SubmitButton>
            )}
        </li>
    );
}
