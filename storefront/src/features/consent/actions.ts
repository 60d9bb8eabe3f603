'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { graphql } from '@/graphql/graphql';
import { done, failed, type ActionResult, type FormState } from '@/lib/action-result';
import { purposes, readAnswer, type Answer, type Purpose } from '@/lib/consent/consent';
import { currentConsent, endVisit, hasVisit, keepConsent } from '@/lib/consent/current-consent';
import { mutateAsShopper } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';

const DecideConsent = graphql(`
    mutation DecideConsent($input: DecideEfiConsentInput!) {
        decideEfiConsent(input: $input) {
            purposes
        }
    }
`);

const upperCase = {
    preferences: 'PREFERENCES',
    analytics: 'ANALYTICS',
    marketing: 'MARKETING',
    personalisation: 'PERSONALISATION',
    profiling: 'PROFILING',
} as const satisfies Record<Purpose, string>;

const decision = z.object({
    answer: z.enum(['refuse', 'accept', 'chosen']),
    chosen: z.array(z.enum(purposes)).max(purposes.length),
    /** What the form asked, as it was shown: newer texts may be there by now. */
    asked: z.string().max(200).transform(readAnswer),
    place: z.enum(['BANNER', 'ACCOUNT']),
});

/**
 * Keeps what the shopper agrees to. It holds in this browser at once; the server deletes what it kept because of an
 * agreement that is taken back, and keeps the decision of who is signed in for their other devices.
 */
export async function decideConsent(_state: FormState, form: FormData): Promise<ActionResult> {
    const t = await getTranslations('privacy');
    const input = decision.safeParse({
        answer: form.get('answer'),
        chosen: form.getAll('purpose'),
        asked: form.get('asked'),
        place: form.get('place'),
    });
    if (!input.success || !input.data.asked) {
        return failed(t('notSaved'));
    }
    const { answer, chosen, asked, place } = input.data;
    const decided = {
        textVersion: asked.textVersion,
        purposes: await agreedIn(answer, chosen, asked.purposes),
    };
    await keepConsent(decided);
    const isPassedOn = await passOn(decided, place);
    if (!isPassedOn) {
        // It holds all the same, and is asked for once more: the server has to hear of it.
        await keepConsent({ ...decided, textVersion: 0 });
    }
    refresh();
    return isPassedOn ? done : failed(t('notPassedOn'));
}

async function agreedIn(
    answer: 'refuse' | 'accept' | 'chosen',
    chosen: readonly Purpose[],
    asked: readonly Purpose[],
): Promise<readonly Purpose[]> {
    if (answer === 'refuse' || (await currentConsent()).status === 'signalled') {
        return [];
    }
    // Nobody agrees to what they were not asked.
    return answer === 'accept' ? asked : chosen.filter(purpose => asked.includes(purpose));
}

/** @returns `false` when the server could not be told. What it should delete is then there still. */
async function passOn(
    { textVersion, purposes: agreed }: Answer,
    place: 'BANNER' | 'ACCOUNT',
): Promise<boolean> {
    if (!(await hasVisit()) && !(await hasSession())) {
        return true;
    }
    const input = { purposes: agreed.map(purpose => upperCase[purpose]), textVersion, place };
    try {
        await mutateAsShopper(DecideConsent, { input }, 5_000);
    } catch (error) {
        console.error('A decision about consent did not reach the server:', error);
        return false;
    }
    if (agreed.length === 0) {
        await endVisit();
    }
    return true;
}
