'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { redirect } from '@/i18n/navigation';
import { checkPlace, placeShape, requiredText } from '@/lib/address/place';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper, ShopApiError } from '@/lib/vendure/client';
import { asOwner } from './as-owner';
import { CreateAddress, DeleteAddress, UpdateAddress } from './address-documents';
import { refused } from './refused-input';

const id = z.string().regex(/^[\w-]{1,64}$/);
const ticked = z
    .literal('on')
    .optional()
    .transform(value => value === 'on');

const addressSchema = z
    .object({
        /** Absent for a new one. */
        id: id.optional(),
        fullName: requiredText,
        ...placeShape,
        defaultShippingAddress: ticked,
        defaultBillingAddress: ticked,
    })
    .superRefine(checkPlace);

/** Keeps a new address, or a known one as it is now, and goes back to the account. */
export async function saveAddress(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = addressSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const { id: known, ...address } = input.data;
    const result = await changed(() =>
        known === undefined
            ? mutateAsShopper(CreateAddress, { input: address })
            : mutateAsShopper(UpdateAddress, { input: { id: known, ...address } }),
    );
    return result.ok ? redirect({ href: '/account#addresses', locale: await getLocale() }) : result;
}

/** Forgets an address. Orders that went there keep it. */
export async function removeAddress(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = id.safeParse(form.get('id'));
    if (!input.success) {
        return gone();
    }
    const result = await changed(() => mutateAsShopper(DeleteAddress, { id: input.data }));
    refresh();
    return result;
}

/** The server refuses addresses of others as if they were not there. */
async function changed(change: () => Promise<unknown>): Promise<ActionResult> {
    try {
        const result = await asOwner(change);
        return result.ok ? done : result;
    } catch (error) {
        if (error instanceof ShopApiError && error.code === 'ENTITY_NOT_FOUND') {
            return gone();
        }
        throw error;
    }
}

async function gone(): Promise<ActionResult> {
    const t = await getTranslations('addresses');
    return failed(t('gone'));
}
