'use server';

import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { graphql } from '@/graphql/graphql';
import { failed, type ActionResult, type FormState } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';

const DeclareWithdrawal = graphql(`
    mutation DeclareWithdrawal($input: DeclareEfiWithdrawalInput!) {
        declareEfiWithdrawal(input: $input) {
            orderCode
            declaredAt
        }
    }
`);

/** Messages under `form`. */
type Problem = 'required' | 'email' | 'tooLong';
const problem = (name: Problem) => ({ error: name });

const declaration = z.object({
    name: z.string(problem('required')).trim().min(1, problem('required')).max(255, problem('tooLong')),
    orderCode: z
        .string(problem('required'))
        .trim()
        .toUpperCase()
        .min(1, problem('required'))
        .max(64, problem('tooLong')),
    emailAddress: z
        .string(problem('required'))
        .trim()
        .max(254, problem('tooLong'))
        .pipe(z.email(problem('email'))),
    goods: z.string().trim().max(1000, problem('tooLong')).default(''),
});

export interface WithdrawalReceipt {
    readonly orderCode: string;
    readonly emailAddress: string;
    /** ISO 8601. */
    readonly declaredAt: string;
}

/** Sends the declaration that withdraws from a contract. Declaring it again changes nothing. */
export async function declareWithdrawal(
    _state: FormState<WithdrawalReceipt>,
    form: FormData,
): Promise<ActionResult<WithdrawalReceipt>> {
    const [t, tForm] = await Promise.all([getTranslations('withdrawal'), getTranslations('form')]);
    const input = declaration.safeParse(Object.fromEntries(form));
    if (!input.success) {
        const fields: Record<string, string> = {};
        for (const issue of input.error.issues) {
            fields[String(issue.path[0])] ??= tForm(issue.message as Problem);
        }
        return failed(tForm('check'), fields);
    }
    const { declareEfiWithdrawal } = await mutateAsShopper(DeclareWithdrawal, { input: input.data });
    if (!declareEfiWithdrawal) {
        return failed(t('unknown'));
    }
    return { ok: true, data: { ...declareEfiWithdrawal, emailAddress: input.data.emailAddress } };
}
