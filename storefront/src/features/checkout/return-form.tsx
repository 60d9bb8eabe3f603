'use client';

import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { continuePayment } from './payment-actions';
import { PaymentProgress } from './payment-progress';

const alert = <CircleAlert size={28} strokeWidth={1.7} />;

interface Props {
    readonly state: string | undefined;
    /** From the provider's page. */
    readonly token: string | undefined;
}

/** Goes on with the payment by itself; without JavaScript, by a button. */
export function ReturnForm({ state, token }: Props) {
    const t = useTranslations('paymentProgress');
    const problem = useTranslations('problem');
    const [result, submit] = useAction(continuePayment, problem('paymentUnclear'));
    const form = useRef<HTMLFormElement>(null);
    const sent = useRef(false);
    useEffect(() => {
        if (!sent.current) {
            sent.current = true;
            form.current?.requestSubmit();
        }
    }, []);

    const error = result && !result.ok ? result.error : undefined;
    const isUnanswered = error?.reason === 'unanswered';
    if (error && !isUnanswered) {
        return (
            <PaymentProgress
                icon={alert}
                title={t('stoppedTitle')}
                text={<FormError>{error.message}</FormError>}
            >
                <Link href="/checkout?step=payment" className={buttonStyle()}>
                    {t('chooseAnother')}
                </Link>
                <Link href="/cart" className={buttonStyle('quiet')}>
                    {t('toCart')}
                </Link>
            </PaymentProgress>
        );
    }
    return (
        <PaymentProgress
            icon={
                isUnanswered ? alert : <LoaderCircle size={28} strokeWidth={1.7} className="animate-spin" />
            }
            title={t('returnTitle')}
            text={isUnanswered ? <FormError>{error.message}</FormError> : t('returnText')}
        >
            <form ref={form} action={submit}>
                {state && <input type="hidden" name="state" value={state} />}
                {token && <input type="hidden" name="token" value={token} />}
                <SubmitButton look="secondary" pending={t('finishing')} className="min-w-56">
                    {t('finish')}
                </SubmitButton>
            </form>
        </PaymentProgress>
    );
}
