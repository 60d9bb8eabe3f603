import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { storefrontEnv } from '@/lib/env';
import { rememberOrder } from '@/lib/vendure/known-orders';

const cookieName = 'efi_payment';

const schema = z.object({
    /** Goes along to the bank and comes back, so that no other site can finish a payment in the shopper's name. */
    state: z.uuid(),
    orderCode: z.string(),
    /** Code of the payment method. */
    method: z.string(),
    /** What the shopper agreed to, in minor units. */
    total: z.number().int(),
    /** Once the server has named it. */
    intentId: z.uuid().optional(),
});

/** What this browser last did to pay. Outlives the session, the bank's pages and the tab. */
export type PaymentAttempt = z.infer<typeof schema>;

export async function readAttempt(): Promise<PaymentAttempt | undefined> {
    const value = (await cookies()).get(cookieName)?.value;
    try {
        return schema.parse(JSON.parse(value ?? ''));
    } catch {
        // Absent, or not written by us: then there was no attempt.
        return undefined;
    }
}

/**
 * For Server Actions only. Two tabs that pay the same order share one state, or the first to come back from the bank
 * would be turned away. From here on this browser may see the order, whatever becomes of its session.
 */
export async function beginAttempt(
    attempt: Omit<PaymentAttempt, 'state' | 'intentId'>,
): Promise<PaymentAttempt> {
    await rememberOrder(attempt.orderCode);
    const earlier = await readAttempt();
    const state = earlier?.orderCode === attempt.orderCode ? earlier.state : crypto.randomUUID();
    return keepAttempt({ ...attempt, state });
}

/** For Server Actions only. */
export async function keepAttempt(attempt: PaymentAttempt): Promise<PaymentAttempt> {
    (await cookies()).set(cookieName, JSON.stringify(attempt), {
        httpOnly: true,
        // Lax, since the bank's page leads back here.
        sameSite: 'lax',
        secure: storefrontEnv().storefrontUrl.startsWith('https:'),
        path: '/',
        maxAge: 24 * 60 * 60,
    });
    return attempt;
}
