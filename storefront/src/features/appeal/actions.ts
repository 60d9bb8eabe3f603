'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { done, failed, type ActionResult } from '@/lib/action-result';
import { mutateAsShopper } from '@/lib/vendure/client';
import { SendAppeal } from './appeal-documents';

const input = z.object({ orderCode: z.string().min(1).max(100), text: z.string().max(20_000) });

/** What the form shows again. */
export interface AppealState {
    readonly result: ActionResult;
    /** What was typed: a form without JavaScript has it from here. */
    readonly text: string;
}

/** Sends a shopper's words to a person. The server says whether there is something to appeal. */
export async function sendAppeal(_state: AppealState | undefined, form: FormData): Promise<AppealState> {
    const t = await getTranslations('appeal');
    const parsed = input.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
        return { result: failed(t('failed')), text: '' };
    }
    const { text } = parsed.data;
    try {
        const { appealEfiFraudDecision: answer } = await mutateAsShopper(SendAppeal, { input: parsed.data });
        if (answer.__typename === 'EfiFraudAppealRefusedError') {
            return { result: failed(t(`refused_${answer.reason}`)), text };
        }
    } catch (error) {
        console.error('An appeal could not be sent:', error);
        return { result: failed(t('failed')), text };
    }
    refresh();
    return { result: done, text: '' };
}
