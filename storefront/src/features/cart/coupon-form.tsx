'use client';

import { Tag, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction, useActionForm } from '@/components/ui/use-action';
import { classes } from '@/lib/classes';
import { applyCoupon, removeCoupon } from './actions';

interface ShownCoupon {
    readonly code: string;
    /** What becomes of it. */
    readonly text: string;
    /** Whether it changes the price of this order. */
    readonly isEffective: boolean;
}

/** Takes a coupon code, and says why when it doesn't help. */
export function CouponForm({ coupons }: { coupons: readonly ShownCoupon[] }) {
    const t = useTranslations('cart');
    const { error, form } = useActionForm(applyCoupon);
    const isRefused = error !== undefined && !error.reason;
    return (
        <div className="border-b border-line pb-6">
            {coupons.map(coupon => (
                <AppliedCoupon key={coupon.code} {...coupon} />
            ))}
            <form {...form}>
                <label htmlFor="coupon" className="mb-1.5 block text-sm font-medium">
                    {t('coupon')}
                </label>
                <div className="flex gap-2">
                    <input
                        id="coupon"
                        name="code"
                        autoComplete="off"
                        autoCapitalize="characters"
                        aria-invalid={isRefused ? true : undefined}
                        aria-describedby="coupon-error"
                        className={classes(
                            'h-12 w-full min-w-0 rounded-lg border bg-raised px-4 uppercase hover:border-ink',
                            isRefused ? 'border-danger' : 'border-edge',
                        )}
                    />
                    <SubmitButton look="secondary" className="px-5">
                        {t('applyCoupon')}
                    </SubmitButton>
                </div>
                <div id="coupon-error" role="alert">
                    {error && <p className="mt-2 text-sm text-danger">{error.message}</p>}
                </div>
            </form>
        </div>
    );
}

function AppliedCoupon({ code, text, isEffective }: ShownCoupon) {
    const t = useTranslations('cart');
    const [result, submit] = useAction(removeCoupon);
    return (
        <div className="mb-4">
            <form action={submit} className="flex items-center gap-3 rounded-lg bg-paper px-4 py-1.5">
                <input type="hidden" name="code" value={code} />
                <Tag size={17} aria-hidden className={isEffective ? 'text-positive' : 'text-muted'} />
                <span role="status" className="min-w-0 text-sm">
                    <span className="font-medium">{code}</span> <span className="text-muted">{text}</span>
                </span>
                <button
                    className="ml-auto grid size-10 shrink-0 place-items-center rounded-full hover:bg-surface"
                    aria-label={t('removeCoupon', { code })}
                >
                    <X size={17} aria-hidden />
                </button>
            </form>
            <div role="alert">
                {result && !result.ok && <p className="mt-2 text-sm text-danger">{result.error.message}</p>}
            </div>
        </div>
    );
}
