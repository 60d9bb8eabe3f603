import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { storefrontEnv } from '@/lib/env';
import { viewedCookie } from '@/lib/viewed/viewed-cookie';
import { consentCookie, consentDays, readConsent, writeAnswer, type Answer, type Consent } from './consent';
import { visitCookie } from './visit';

/** What the shopper of this request agrees to. */
export const currentConsent = cache(async (): Promise<Consent> => {
    const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
    return readConsent(cookieStore.get(consentCookie)?.value, headerList.get('sec-gpc'));
});

/** For Server Actions only. */
export async function keepConsent(answer: Answer): Promise<void> {
    const cookieStore = await cookies();
    if (!answer.purposes.includes('personalisation')) {
        cookieStore.delete(viewedCookie);
    }
    cookieStore.set(consentCookie, writeAnswer(answer), {
        httpOnly: true,
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
        maxAge: consentDays * 24 * 60 * 60,
    });
}

export async function hasVisit(): Promise<boolean> {
    return (await cookies()).has(visitCookie);
}

/** For Server Actions only. */
export async function endVisit(): Promise<void> {
    (await cookies()).delete(visitCookie);
}

/** What the Shop API is told about who asks, so that it keeps of them what they agreed to and no more. */
export async function shopperHeaders(): Promise<Record<string, string>> {
    const [cookieStore, headerList, consent] = await Promise.all([cookies(), headers(), currentConsent()]);
    const visit = cookieStore.get(visitCookie)?.value;
    const told = {
        'efi-consent': consent.purposes.join(' '),
        // Sent along with a refusal too: what was kept of the visit can only be deleted by its number.
        'efi-visit': visit,
        'sec-gpc': headerList.get('sec-gpc'),
        'user-agent': headerList.get('user-agent'),
    };
    return Object.fromEntries(
        Object.entries(told).filter((entry): entry is [string, string] => Boolean(entry[1])),
    );
}
