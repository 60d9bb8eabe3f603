'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { redirect } from '@/i18n/navigation';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { ShopApiError, mutateAsShopper } from '@/lib/vendure/client';
import { AskPrivacyByMail, CancelPrivacyByMail, ConfirmPrivacyByMail } from './by-mail-documents';
import { askedKinds } from './asked-kinds';

/** Messages under `form`. */
type Problem = 'required' | 'email' | 'tooLong';
const problem = (name: Problem) => ({ error: name });

const asked = z.object({
    emailAddress: z
        .string(problem('required'))
        .trim()
        .min(1, problem('required'))
        .max(254, problem('tooLong'))
        .pipe(z.email(problem('email'))),
    kind: z.enum(askedKinds),
    note: z.string().trim().max(2000, problem('tooLong')).default(''),
});
const used = z.object({ token: z.string().min(1).max(100) });

/** Has a mail go to the address, if anything is kept under it. The answer does not say. @returns the address. */
export async function askByMail(_state: FormState<string>, form: FormData): Promise<ActionResult<string>> {
    const [t, tForm] = await Promise.all([getTranslations('privacyByMail'), getTranslations('form')]);
    const input = asked.safeParse(Object.fromEntries(form));
    if (!input.success) {
        const fields: Record<string, string> = {};
        for (const issue of input.error.issues) {
            fields[String(issue.path[0])] ??= tForm(issue.message as Problem);
        }
        return failed(tForm('check'), fields);
    }
    try {
        await mutateAsShopper(AskPrivacyByMail, { input: input.data });
    } catch (error) {
        return failed(t(isTooOften(error) ? 'tooOften' : 'notDone'));
    }
    return { ok: true, data: input.data.emailAddress };
}

/** Confirms what the link of the mail is about, and goes on to where it can be followed. */
export async function confirmByMail(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('privacyByMail');
    const input = used.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return failed(t('refusal_LINK_INVALID'));
    }
    let token: string;
    try {
        const { confirmEfiPrivacyByMail: answer } = await mutateAsShopper(ConfirmPrivacyByMail, input.data);
        if (answer.__typename !== 'EfiPrivacyConfirmed') {
            return failed(t(refusal(answer.reason)));
        }
        token = answer.token;
    } catch (error) {
        return failed(t(isTooOften(error) ? 'tooOften' : 'notDone'));
    }
    return redirect({
        href: `/privacy-request/follow?token=${encodeURIComponent(token)}`,
        locale: await getLocale(),
    });
}

/** Takes a request back. */
export async function cancelByMail(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('privacyByMail');
    const input = used.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return failed(t('refusal_LINK_INVALID'));
    }
    try {
        const { cancelEfiPrivacyByMail: answer } = await mutateAsShopper(CancelPrivacyByMail, input.data);
        refresh();
        return answer.__typename === 'EfiPrivacyMailedRequest' ? done : failed(t(refusal(answer.reason)));
    } catch (error) {
        return failed(t(isTooOften(error) ? 'tooOften' : 'notDone'));
    }
}

function refusal(reason: string) {
    return reason === 'OPEN_ALREADY' || reason === 'TOO_LATE'
        ? (`refusal_${reason}` as const)
        : ('refusal_LINK_INVALID' as const);
}

function isTooOften(error: unknown): boolean {
    return error instanceof ShopApiError && error.code === TOO_OFTEN;
}

const TOO_OFTEN = 'TOO_MANY_ATTEMPTS';
