import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { buttonStyle } from '@/components/ui/button';
import { CancelForm } from './cancel-form';
import type { MailedRequest } from './mail-link';

/** How far a request of somebody without an account is, and what can be done about it. */
export async function FollowedRequest({ request, token }: { request: MailedRequest; token: string }) {
    const [t, format, locale] = await Promise.all([
        getTranslations('personalData'),
        getFormatter(),
        getLocale(),
    ]);
    const day = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium' });
    const isOpen = ['RECEIVED', 'VERIFIED', 'IN_PROGRESS', 'PARTIAL'].includes(request.state);
    const because = request.refusedBecause ?? request.extendedBecause;
    return (
        <div className="grid gap-6">
            <div className="grid gap-2 rounded-2xl bg-surface p-7">
                <h2 className="display text-2xl">{t(`kind_${request.kind}`)}</h2>
                <p data-testid="request-state">{t(`state_${request.state}`)}</p>
                <p className="text-[0.95rem] text-muted">
                    {t('askedOn', { day: day(request.createdAt) })}
                    {isOpen && ` ${t('dueOn', { day: day(request.dueAt) })}`}
                    {request.kind === 'ERASURE' &&
                        request.canCancel &&
                        ` ${t('beginsOn', { day: day(request.startsAt) })}`}
                </p>
                {because && <p className="text-[0.95rem] text-muted">{because}</p>}
            </div>
            {request.download && (
                <a
                    className={buttonStyle('primary', 'justify-self-start')}
                    href={`/${locale}/privacy-request/data?token=${encodeURIComponent(token)}`}
                    download
                >
                    {t('download', { day: day(request.download.expiresAt) })}
                </a>
            )}
            {request.canCancel && <CancelForm token={token} />}
        </div>
    );
}
