'use server';

import { refresh } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { done, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';
import { deleteSessionToken, hasSession } from '@/lib/vendure/session';
import {
    Register,
    RequestReset,
    ResetPassword,
    SignIn,
    SignOut,
    UpdateCustomer,
    Verify,
} from './account-documents';
import {
    detailsSchema,
    registrationSchema,
    resetRequestSchema,
    resetSchema,
    signInSchema,
    verificationSchema,
} from './account-input';
import {
    explainRegistration,
    explainReset,
    explainResetRequest,
    explainSignIn,
    explainVerification,
} from './account-problems';
import { asOwner } from './as-owner';
import { refused } from './refused-input';
import { wayOn } from './way-on';

/** Signs in and goes on to where the shopper came from. Vendure joins the guest's cart with the account's. */
export async function signIn(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = signInSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const { emailAddress, password } = input.data;
    const { login } = await mutateAsShopper(SignIn, { username: emailAddress, password });
    const result = await explainSignIn(login);
    return result.ok ? goTo(wayOn(form.get('to'))) : result;
}

export async function signOut(): Promise<void> {
    if (await hasSession()) {
        await mutateAsShopper(SignOut, {});
    }
    await deleteSessionToken();
    await goTo('/');
}

/** Asks for an account. The answer is the same for an address that has one: the message tells its owner. */
export async function register(
    _state: FormState<{ emailAddress: string }>,
    form: FormData,
): Promise<ActionResult<{ emailAddress: string }>> {
    const input = registrationSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const { registerCustomerAccount } = await mutateAsShopper(Register, { input: input.data });
    const result = await explainRegistration(registerCustomerAccount);
    return result.ok ? { ok: true, data: { emailAddress: input.data.emailAddress } } : result;
}

/**
 * The password is chosen here and not at registration: only who reads the address's mail may have one. Whoever
 * registered somebody else's address would otherwise get in, and see their orders, as soon as they follow the link.
 */
export async function verifyAccount(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = verificationSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const { verifyCustomerAccount } = await mutateAsShopper(Verify, input.data);
    const result = await explainVerification(verifyCustomerAccount);
    return result.ok ? goTo('/account') : result;
}

export async function requestReset(
    _state: FormState<{ emailAddress: string }>,
    form: FormData,
): Promise<ActionResult<{ emailAddress: string }>> {
    const input = resetRequestSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const { requestPasswordReset } = await mutateAsShopper(RequestReset, input.data);
    const result = await explainResetRequest(requestPasswordReset);
    return result.ok ? { ok: true, data: input.data } : result;
}

export async function resetPassword(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = resetSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const result = await explainReset((await mutateAsShopper(ResetPassword, input.data)).resetPassword);
    return result.ok ? goTo('/account') : result;
}

export async function saveDetails(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = detailsSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return refused(input.error);
    }
    const result = await asOwner(() => mutateAsShopper(UpdateCustomer, { input: input.data }));
    if (!result.ok) {
        return result;
    }
    refresh();
    return done;
}

async function goTo(href: string): Promise<never> {
    return redirect({ href, locale: await getLocale() });
}
