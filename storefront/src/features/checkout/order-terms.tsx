import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/i18n/navigation';

const linkTo = (href: string) =>
    function TermsLink(chunks: ReactNode) {
        return (
            <Link href={href} target="_blank" className="text-ink underline underline-offset-4">
                {chunks}
            </Link>
        );
    };

const links = {
    terms: linkTo('/legal/terms'),
    withdrawal: linkTo('/legal/withdrawal'),
    privacy: linkTo('/legal/privacy'),
};

/** What a shopper has to see right before ordering. */
export function OrderTerms({ amount }: { amount: string }) {
    const t = useTranslations();
    return (
        <div className="grid gap-3">
            <p className="flex justify-between gap-6 text-lg font-semibold">
                <span>{t('totals.total')}</span>
                <span className="tabular-nums">{amount}</span>
            </p>
            <p className="text-sm leading-relaxed text-muted">{t.rich('legal.atPayment', links)}</p>
        </div>
    );
}
