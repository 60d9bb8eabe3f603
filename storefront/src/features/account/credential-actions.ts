'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { emailChangeSchema, passwordChangeSchema } from './account-input';
import { ChangePassword, ConfirmEmailChange, RequestEmailChange } from './credential-documents';
import { explainEmailChange, explainEmailChangeRequest, explainPasswordChange } from './credential-problems';
import { refused } from './refused-input';

export async function changePassword(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = passwordChangeSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    if (!(await fetchCurrentCustomer())) {
        return signedOut();
    }
    const { updateCustomerPassword } = await mutateAsShopper(ChangePassword, input.data);
    return explainPasswordChange(updateCustomerPassword);
}

/** Sends a link to the new address. Until its owner uses it, the account keeps the old one. */
export async function requestEmailChange(
    _state: FormState<{ emailAddress: string }>,
    form: FormData,
): Promise<ActionResult<{ emailAddress: string }>> {
    const input = emailChangeSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    if (!(await fetchCurrentCustomer())) {
        return signedOut();
    }
    const answer = await mutateAsShopper(RequestEmailChange, input.data);
    const result = await explainEmailChangeRequest(answer.requestUpdateCustomerEmailAddress);
    return result.ok ? { ok: true, data: { emailAddress: input.data.newEmailAddress } } : result;
}

/** Takes a click, as `verifyAccount` does. Works signed out too: the message may be read on another device. */
export async function confirmEmailChange(_state: FormState, form: FormData): Promise<ActionResult> {
    const token = z.string().min(1).max(500).safeParse(form.get('token'));
    if (!token.success) {
        const t = await getTranslations('problem');
        return failed(t('linkInvalid'));
    }
    const { updateCustomerEmailAddress } = await mutateAsShopper(ConfirmEmailChange, { token: token.data });
    const result = await explainEmailChange(updateCustomerEmailAddress);
    if (result.ok) {
        refresh();
    }
    return result;
}

async function signedOut(): Promise<ActionResult<never>> {
    const t = await getTranslations('problem');
    return failed(t('signInAgain'));
}
