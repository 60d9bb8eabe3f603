'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { cancelRequest } from './actions';
import type { PrivacyRequest } from './privacy-requests';

/** What was asked for, with its state and what can be done about it. */
export function RequestList({ requests }: { requests: readonly PrivacyRequest[] }) {
    const t = useTranslations('personalData');
    const [result, submit] = useAction(cancelRequest);
    return (
        <form action={submit} className="grid gap-4">
            <h3 className="font-medium">{t('requests')}</h3>
            <ul className="border-t border-line">
                {requests.map(request => (
                    <RequestItem key={request.id} request={request} />
                ))}
            </ul>
            <FormError>{result && !result.ok && result.error.message}</FormError>
        </form>
    );
}

function RequestItem({ request }: { request: PrivacyRequest }) {
    const t = useTranslations('personalData');
    const format = useFormatter();
    const locale = useLocale();
    const day = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium' });
    const isOpen = ['RECEIVED', 'VERIFIED', 'IN_PROGRESS', 'PARTIAL'].includes(request.state);
    const because = request.refusedBecause ?? request.extendedBecause;
    return (
        <li className="flex flex-wrap items-center gap-4 border-b border-line py-5 text-[0.95rem]">
            <p className="min-w-0 flex-1">
                <span className="font-medium">{t(`kind_${request.kind}`)}</span>
                <span className="ml-2 text-muted">{t(`state_${request.state}`)}</span>
                <span className="block text-sm text-muted">
                    {t('askedOn', { day: day(request.createdAt) })}
                    {isOpen && ` ${t('dueOn', { day: day(request.dueAt) })}`}
                    {isOpen &&
                        request.kind === 'ERASURE' &&
                        request.canCancel &&
                        ` ${t('beginsOn', { day: day(request.startsAt) })}`}
                </span>
                {because && <span className="block text-sm text-muted">{because}</span>}
                {request.download && (
                    <a
                        className="mt-1 inline-flex min-h-11 items-center underline underline-offset-4"
                        href={`/${locale}/account/privacy/data/${request.id}`}
                        download
                    >
                        {t('download', { day: day(request.download.expiresAt) })}
                    </a>
                )}
            </p>
            {request.canCancel && (
                <SubmitButton
                    look="quiet"
                    name="id"
                    value={request.id}
                    pending={t('cancelling')}
                    label={t('cancelRequest', { kind: t(`kind_${request.kind}`) })}
                >
                    {t('cancel')}
                </SubmitButton>
            )}
        </li>
    );
}
