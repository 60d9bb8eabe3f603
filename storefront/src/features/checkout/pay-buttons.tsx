import { ExternalLink, Lock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatMoney } from '@/lib/money/money';
import { OrderTerms } from './order-terms';
import type { PaymentFlow } from './payment-flow';

interface Props {
    readonly flow: PaymentFlow;
    /** Name of the method. */
    readonly method: string;
    /** Minor units. */
    readonly total: number;
    readonly currency: string;
}

const large = 'min-h-14 w-full text-base';

/**
 * What to press, and what will happen then. The button says that it obliges to pay, in the law's words and no others
 * (Directive 2011/83/EU, Art. 8(2)), so the amount stands above it.
 */
export function PayButtons({ flow, method, total, currency }: Props) {
    const amount = formatMoney(total, currency, useLocale());
    return (
        <>
            <OrderTerms amount={amount} />
            <Buttons flow={flow} method={method} amount={amount} />
        </>
    );
}

function Buttons({ flow, method, amount }: { flow: PaymentFlow; method: string; amount: string }) {
    const t = useTranslations('checkout');
    switch (flow) {
        case 'hosted-page':
            return (
                <div className="grid gap-3">
                    <SubmitButton name="way" value="hosted-page" pending={t('leaving')} className={large}>
                        {t('placeOrder')} <ExternalLink size={17} aria-hidden />
                    </SubmitButton>
                    <SubmitButton
                        name="way"
                        value="test-card"
                        look="secondary"
                        pending={t('paying')}
                        className={large}
                    >
                        <Lock size={17} aria-hidden /> {t('placeOrderTestCard')}
                    </SubmitButton>
                    <p className="text-center text-sm text-muted">{t('testBankHint')}</p>
                </div>
            );
        case 'redirect':
            return (
                <div className="grid gap-3">
                    <SubmitButton pending={t('leaving')} className={large}>
                        {t('placeOrder')} <ExternalLink size={17} aria-hidden />
                    </SubmitButton>
                    <p className="text-center text-sm text-muted">{t('redirectHint', { amount, method })}</p>
                </div>
            );
        case 'element':
        case 'direct':
            return (
                <SubmitButton pending={t('paying')} className={large}>
                    <Lock size={17} aria-hidden /> {t('placeOrder')}
                </SubmitButton>
            );
    }
}
