'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { announceAdded } from '@/lib/cart/added-to-cart';
import { reorder } from './reorder-actions';

/** Orders the same again, and says what is no longer there. */
export function ReorderForm({ code }: { code: string }) {
    const t = useTranslations('reorder');
    const [result, submit] = useAction(reorder);
    const isWhole = result?.ok && result.data.short.length === 0;
    useEffect(() => {
        // Where something is missing, that is what the shopper has to see.
        if (isWhole) {
            announceAdded();
        }
    }, [isWhole, result]);
    return (
        <form action={submit} className="mt-10 grid justify-items-start gap-4">
            <input type="hidden" name="code" value={code} />
            <SubmitButton look="secondary" pending={t('ordering')}>
                {t('button')}
            </SubmitButton>
            <FormError>{result && !result.ok && result.error.message}</FormError>
            <div role="status">
                {result?.ok && (
                    <div className="grid gap-2 rounded-2xl bg-surface px-5 py-4">
                        <p className="font-medium">{t('added', { count: result.data.added })}</p>
                        {result.data.short.length > 0 && (
                            <ul className="grid gap-1 text-[0.95rem]">
                                {result.data.short.map(({ name, added }, index) => (
                                    <li key={index}>{t('short', { name, added })}</li>
                                ))}
                            </ul>
                        )}
                        {result.data.added > 0 && (
                            <Link href="/cart" className="py-2 underline underline-offset-4">
                                {t('toCart')}
                            </Link>
                        )}
                    </div>
                )}
            </div>
        </form>
    );
}
