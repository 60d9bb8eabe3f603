'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { askedKinds, passwordOf } from './asked-kinds';
import { CancelPrivacyRequest, RequestPrivacy } from './privacy-documents';

const asked = z.object({
    kind: z.enum(askedKinds),
    note: z.string().trim().max(2000).default(''),
    password: z.string().max(256),
});
const cancelled = z.object({ id: z.uuid() });

/** Asks for a file with all data, its erasure, or what staff do. The password shows that it is the owner who asks. */
export async function requestPrivacy(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('personalData');
    const name = form.get('form');
    const password = typeof name === 'string' ? form.get(passwordOf(name)) : undefined;
    const input = asked.safeParse({ ...Object.fromEntries(form), password });
    if (!input.success) {
        return failed(t('notAsked'));
    }
    const { kind, note, password: proof } = input.data;
    return attempt(async () => {
        const { requestEfiPrivacy } = await mutateAsShopper(RequestPrivacy, {
            input: { kind, note: note || null, password: proof || null },
        });
        return requestEfiPrivacy.__typename === 'EfiPrivacyRequest' ? undefined : requestEfiPrivacy.reason;
    });
}

/** Takes a request back. */
export async function cancelRequest(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('personalData');
    const input = cancelled.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return failed(t('notAsked'));
    }
    return attempt(async () => {
        const { cancelEfiPrivacyRequest } = await mutateAsShopper(CancelPrivacyRequest, input.data);
        return cancelEfiPrivacyRequest.__typename === 'EfiPrivacyRequest'
            ? undefined
            : cancelEfiPrivacyRequest.reason;
    });
}

const WRONG_PASSWORD = 'WRONG_PASSWORD';

/** @param work - Answers with the reason of a refusal. */
async function attempt(work: () => Promise<Refusal | undefined>): Promise<ActionResult> {
    const [t, problem] = await Promise.all([getTranslations('personalData'), getTranslations('problem')]);
    if (!(await fetchCurrentCustomer())) {
        return failed(problem('signInAgain'));
    }
    let refusal: Refusal | undefined;
    try {
        refusal = await work();
    } catch (error) {
        console.error('A request about personal data failed:', error);
        return failed(t('notAsked'));
    }
    refresh();
    if (!refusal) {
        return done;
    }
    const message = refusal === WRONG_PASSWORD ? problem('passwordWrong') : t(`refusal_${refusal}`);
    return failed(message, refusal === WRONG_PASSWORD ? { password: message } : undefined);
}

type Refusal =
    | 'NOT_A_CUSTOMER'
    | 'WRONG_PASSWORD'
    | 'SIGN_IN_AGAIN'
    | 'OPEN_ALREADY'
    | 'NOTE_TOO_LONG'
    | 'TOO_LATE'
    | 'LINK_INVALID';
