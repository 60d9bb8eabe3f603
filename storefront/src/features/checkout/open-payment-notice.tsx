import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';

/** Above a page that shows an order whose payment has begun and not ended. */
export function OpenPaymentNotice({ intentId }: { intentId: string }) {
    const t = useTranslations('paymentProgress');
    return (
        <p role="status" className="mb-8 rounded-xl border border-line bg-surface px-5 py-4 text-[0.95rem]">
            {t.rich('openNotice', {
                link: chunks => (
                    <Link href={`/checkout/payment/${intentId}`} className="underline underline-offset-4">
                        {chunks}
                    </Link>
                ),
            })}
        </p>
    );
}
