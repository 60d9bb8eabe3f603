import 'server-only';
import { getTranslations } from 'next-intl/server';
import { failed, type ActionResult } from '@/lib/action-result';
import { ShopApiError } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';

/**
 * Does what only who is signed in may. A session can have ended while its cookie is there still: then the server refuses,
 * and the shopper is asked to sign in again.
 */
export async function asOwner<Data>(work: () => Promise<Data>): Promise<ActionResult<Data>> {
    if (!(await hasSession())) {
        return signInAgain();
    }
    try {
        return { ok: true, data: await work() };
    } catch (error) {
        if (error instanceof ShopApiError && error.code === 'FORBIDDEN') {
            return signInAgain();
        }
        throw error;
    }
}

async function signInAgain(): Promise<ActionResult<never>> {
    const t = await getTranslations('problem');
    return failed(t('signInAgain'));
}
