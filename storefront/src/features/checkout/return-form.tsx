'use client';

import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { Link } from '@/i18n/navigation';
import { continuePayment } from './payment-actions';
import { PaymentProgress } from './payment-progress';

interface Props {
    readonly state: string | undefined;
    /** From the provider's page. */
    readonly token: string | undefined;
}

/** Goes on with the payment by itself; without JavaScript, by a button. */
export function ReturnForm({ state, token }: Props) {
    const t = useTranslations('paymentProgress');
    const [result, submit] = useActionState(continuePayment, undefined);
    const form = useRef<HTMLFormElement>(null);
    const sent = useRef(false);
    useEffect(() => {
        if (!sent.current) {
            sent.current = true;
            form.current?.requestSubmit();
        }
    }, []);

    if (result && !result.ok) {
        return (
            <PaymentProgress
                icon={<CircleAlert size={28} strokeWidth={1.7} />}
                title={t('stoppedTitle')}
                text={<FormError>{result.error.message}</FormError>}
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
            icon={<LoaderCircle size={28} strokeWidth={1.7} className="animate-spin" />}
            title={t('returnTitle')}
            text={t('returnText')}
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
