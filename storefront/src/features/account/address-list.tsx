'use client';

import { useTranslations } from 'next-intl';
import { addressLines } from '@/components/order/address-lines';
import { FormError } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import type { SavedAddress } from '@/lib/vendure/current-customer';
import { removeAddress } from './address-actions';

/** The account's addresses, each to change or to remove. */
export function AddressList({ addresses }: { addresses: readonly SavedAddress[] }) {
    const t = useTranslations('addresses');
    const [result, remove] = useAction(removeAddress);
    return (
        <>
            <ul className="grid gap-4 sm:grid-cols-2">
                {addresses.map(address => (
                    <li key={address.id} className="flex flex-col rounded-2xl border border-line p-5">
                        {(address.defaultShippingAddress || address.defaultBillingAddress) && (
                            <p className="mb-2 text-sm text-muted">
                                {[
                                    address.defaultShippingAddress && t('forDelivery'),
                                    address.defaultBillingAddress && t('forBilling'),
                                ]
                                    .filter(Boolean)
                                    .join(' · ')}
                            </p>
                        )}
                        <PostalLines address={address} />
                        <div className="mt-auto flex gap-6 pt-3">
                            <Link
                                href={`/account/addresses/${address.id}`}
                                aria-label={t('editOf', { street: address.streetLine1 })}
                                className="inline-flex min-h-11 items-center underline underline-offset-4"
                            >
                                {t('edit')}
                            </Link>
                            <form action={remove}>
                                <input type="hidden" name="id" value={address.id} />
                                <SubmitButton
                                    look="quiet"
                                    label={t('removeOf', { street: address.streetLine1 })}
                                >
                                    {t('remove')}
                                </SubmitButton>
                            </form>
                        </div>
                    </li>
                ))}
            </ul>
            <div className="mt-3">
                <FormError>{result && !result.ok && result.error.message}</FormError>
            </div>
        </>
    );
}

function PostalLines({ address }: { address: SavedAddress }) {
    const { country, ...lines } = address;
    return (
        <address className="text-[0.95rem] leading-relaxed not-italic">
            {addressLines({ ...lines, country: country.name, countryCode: country.code }).map(
                (line, index) => (
                    <span key={index} className="block">
                        {line}
                    </span>
                ),
            )}
        </address>
    );
}
