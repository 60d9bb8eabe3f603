'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { graphql } from '@/graphql/graphql';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { purposes, type Purpose } from '@/lib/consent/consent';
import { currentConsent, endVisit, hasVisit, keepConsent } from '@/lib/consent/current-consent';
import { mutateAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';

const DeclareConsent = graphql(`
    mutation DeclareConsent($purposes: [EfiConsentPurpose!]!) {
        declareEfiConsent(purposes: $purposes) {
            purposes
        }
    }
`);

const declared = { analytics: 'ANALYTICS', personalisation: 'PERSONALISATION' } as const;

const decision = z.object({
    answer: z.enum(['refuse', 'accept', 'chosen']),
    chosen: z.array(z.enum(purposes)).max(purposes.length),
});

/**
 * Keeps what the shopper agrees to. It holds in this browser at once; the server deletes what it kept because of an
 * agreement that is taken back, and keeps the decision of who is signed in for their other devices.
 */
export async function decideConsent(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('privacy');
    const input = decision.safeParse({ answer: form.get('answer'), chosen: form.getAll('purpose') });
    if (!input.success) {
        return failed(t('notSaved'));
    }
    const agreed = await agreedIn(input.data);
    await keepConsent(agreed);
    const isPassedOn = await passOn(agreed);
    refresh();
    return isPassedOn ? done : failed(t('notPassedOn'));
}

async function agreedIn({ answer, chosen }: z.output<typeof decision>): Promise<readonly Purpose[]> {
    if (answer === 'refuse' || (await currentConsent()).status === 'signalled') {
        return [];
    }
    return answer === 'accept' ? purposes : chosen;
}

/** @returns `false` when the server could not be told. What it should delete is then there still. */
async function passOn(agreed: readonly Purpose[]): Promise<boolean> {
    if (!(await hasVisit()) && !(await hasSession())) {
        return true;
    }
    try {
        await mutateAsShopper(DeclareConsent, { purposes: agreed.map(purpose => declared[purpose]) }, 5_000);
    } catch (error) {
        console.error('A decision about consent did not reach the server:', error);
        return false;
    }
    if (agreed.length === 0) {
        await endVisit();
    }
    return true;
}
