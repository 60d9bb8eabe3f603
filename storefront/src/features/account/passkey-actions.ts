'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { redirect } from '@/i18n/navigation';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper, ShopApiError } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import {
    BeginPasskey,
    BeginPasskeySignIn,
    FinishPasskey,
    RemovePasskey,
    RenamePasskey,
    SignInByPasskey,
} from './passkey-documents';
import { wayOn } from './way-on';

const part = z.string().min(1).max(60_000);
const answerSchema = z.object({
    id: part,
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: part.optional(),
});
const madeSchema = z.object({
    id: part,
    clientDataJSON: part,
    attestationObject: part,
    transports: z.array(z.string().max(20)).max(10).optional(),
});

const faults = {
    PASSKEY_STALE: 'passkeyStale',
    PASSKEY_PASSWORD: 'passwordWrong',
    PASSKEY_KNOWN: 'passkeyKnown',
    PASSKEY_TOO_MANY: 'passkeyTooMany',
    PASSKEY_UNKNOWN: 'passkeyUnknown',
    PASSKEY_NAME: 'passkeyName',
    TOO_MANY_ATTEMPTS: 'tooManyAttempts',
} as const;

/** Begins a sign-in. @returns options for the browser, as JSON. */
export async function beginPasskeySignIn(): Promise<ActionResult<string>> {
    return tried(async () => (await mutateAsShopper(BeginPasskeySignIn, {})).beginEfiPasskeySignIn);
}

/** Signs in with what a passkey answered, and goes on to where the shopper came from. */
export async function finishPasskeySignIn(
    given: z.input<typeof answerSchema>,
    to: string | undefined,
): Promise<ActionResult> {
    const t = await getTranslations('problem');
    const answer = answerSchema.safeParse(given);
    if (!answer.success) {
        return failed(t('passkeyRefused'));
    }
    const { authenticate } = await mutateAsShopper(SignInByPasskey, { answer: answer.data });
    switch (authenticate.__typename) {
        case 'CurrentUser':
            return redirect({ href: wayOn(to), locale: await getLocale() });
        case 'NotVerifiedError':
            return failed(t('notVerified'));
        case 'InvalidCredentialsError':
            return failed(
                t(
                    authenticate.authenticationError === 'TOO_MANY_ATTEMPTS'
                        ? 'tooManyAttempts'
                        : 'passkeyRefused',
                ),
            );
    }
}

/** Begins to make a passkey. @returns options for the browser, as JSON; a fault of `password` when that is needed. */
export async function beginPasskey(given: string | undefined): Promise<ActionResult<string>> {
    const password = z.string().max(256).optional().catch(undefined).parse(given);
    return asCustomer(
        async () =>
            (await mutateAsShopper(BeginPasskey, { password: password || null })).beginEfiPasskeyRegistration,
    );
}

/** Keeps a passkey that the browser has made. */
export async function finishPasskey(given: z.input<typeof madeSchema>): Promise<ActionResult> {
    const input = madeSchema.safeParse(given);
    if (!input.success) {
        const t = await getTranslations('problem');
        return failed(t('passkeyRefused'));
    }
    return changed(() => mutateAsShopper(FinishPasskey, { input: input.data }));
}

export async function renamePasskey(_state: FormState, form: FormData): Promise<ActionResult> {
    const input = z
        .object({ passkey: z.string().min(1).max(40), passkeyName: z.string().max(200) })
        .safeParse(Object.fromEntries(form));
    const { passkey: id = '', passkeyName: name = '' } = input.data ?? {};
    return changed(() => mutateAsShopper(RenamePasskey, { id, name }));
}

/** Takes a passkey from the account. One that is gone already is as good as one that goes now. */
export async function removePasskey(_state: FormState, form: FormData): Promise<ActionResult> {
    const id = z.string().min(1).max(40).catch('').parse(form.get('passkey'));
    return changed(() => mutateAsShopper(RemovePasskey, { id }));
}

async function changed(change: () => Promise<unknown>): Promise<ActionResult> {
    const result = await asCustomer(change);
    if (!result.ok) {
        return result;
    }
    refresh();
    return done;
}

async function asCustomer<Data>(ask: () => Promise<Data>): Promise<ActionResult<Data>> {
    if (!(await fetchCurrentCustomer())) {
        const t = await getTranslations('problem');
        return failed(t('signInAgain'));
    }
    return tried(ask);
}

async function tried<Data>(ask: () => Promise<Data>): Promise<ActionResult<Data>> {
    const t = await getTranslations('problem');
    try {
        return { ok: true, data: await ask() };
    } catch (error) {
        const code = error instanceof ShopApiError ? error.code : undefined;
        if (code === undefined || !(code in faults)) {
            console.error('A passkey could not be asked for:', error);
            return failed(t('passkeyRefused'));
        }
        const message = t(faults[code as keyof typeof faults]);
        const needsPassword = code === 'PASSKEY_STALE' || code === 'PASSKEY_PASSWORD';
        return failed(message, needsPassword ? { password: message } : undefined);
    }
}
