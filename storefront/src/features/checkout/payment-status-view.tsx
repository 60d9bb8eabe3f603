import { BadgeCheck, CircleAlert, Landmark, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { Link } from '@/i18n/navigation';
import type { PaymentStatus } from './payment-documents';
import { PaymentProgress } from './payment-progress';
import { PaymentWatch } from './payment-watch';

const icon = { size: 28, strokeWidth: 1.7 };

/** How a payment stands, and what the shopper can do about it. */
export function PaymentStatusView({ status }: { status: PaymentStatus }) {
    const t = useTranslations('paymentProgress');
    switch (status.state) {
        case 'PROCESSING':
        case 'PENDING':
            return (
                <PaymentProgress
                    icon={<LoaderCircle {...icon} className="animate-spin" />}
                    title={t('checkingTitle')}
                    text={t('checkingText', { code: status.orderCode })}
                >
                    <PaymentWatch state={status.state} />
                </PaymentProgress>
            );
        case 'ACTION_REQUIRED':
            return (
                <PaymentProgress
                    icon={<Landmark {...icon} />}
                    title={t('waitingTitle')}
                    text={t('waitingText')}
                >
                    {status.action?.url && (
                        <a href={status.action.url} className={buttonStyle()}>
                            {t('toBank')}
                        </a>
                    )}
                    <Link href="/checkout?step=payment" className={buttonStyle('quiet')}>
                        {t('chooseAnother')}
                    </Link>
                    <PaymentWatch state={status.state} />
                </PaymentProgress>
            );
        case 'PAID':
            return (
                <PaymentProgress
                    icon={<BadgeCheck {...icon} />}
                    title={t('paidTitle')}
                    text={t('paidText', { code: status.orderCode })}
                >
                    <Link
                        href={`/orders?code=${encodeURIComponent(status.orderCode)}`}
                        className={buttonStyle()}
                    >
                        {t('findOrder')}
                    </Link>
                </PaymentProgress>
            );
        case 'DECLINED':
        case 'FAILED':
        case 'CANCELLED':
            return (
                <PaymentProgress
                    icon={<CircleAlert {...icon} />}
                    title={t('stoppedTitle')}
                    text={t(status.state === 'DECLINED' ? 'declinedText' : 'failedText')}
                >
                    <Link href="/checkout?step=payment" className={buttonStyle()}>
                        {t('chooseAnother')}
                    </Link>
                </PaymentProgress>
            );
    }
}
