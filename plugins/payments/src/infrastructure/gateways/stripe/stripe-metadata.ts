import { createHash } from 'node:crypto';

/**
 * What the platform writes beside its objects at Stripe, so that a payment is found again by the intent, and each
 * movement by the call that caused it. Stripe keeps up to 50 entries for an object, names up to 40 characters.
 */
export const METADATA = {
    intent: 'efi_intent',
    order: 'efi_order',
    /** On a PaymentIntent: key of the call that started it. On a refund: key of the call that made it. */
    key: 'efi_key',
    /** `server`: confirmed by the platform's call, which ends it. `browser`: open for as many tries as it takes. */
    confirms: 'efi_confirms',
    reason: 'efi_reason',
} as const;

/** Longest value that Stripe keeps. */
export const METADATA_VALUE_LENGTH = 500;

const CAPTURE = 'efi_capture_';

/** One capture, as it was asked for. */
export interface CaptureRecord {
    readonly id: string;
    /** As Stripe writes it. */
    readonly amount: number;
    readonly idempotencyKey: string;
}

/**
 * Notes a capture on its PaymentIntent, in the call that captures: Stripe adds several captures up on one charge and
 * keeps no list of them.
 */
export function captureEntry(amount: number, idempotencyKey: string): Record<string, string> {
    const id = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16);
    return { [`${CAPTURE}${id}`]: `${amount} ${idempotencyKey}` };
}

/** The captures that were noted, in a stable order. */
export function captureRecords(metadata: Readonly<Record<string, string>>): readonly CaptureRecord[] {
    return Object.entries(metadata)
        .filter(([name]) => name.startsWith(CAPTURE))
        .sort(([one], [other]) => one.localeCompare(other))
        .flatMap(([name, value]) => {
            const [amount = '', ...key] = value.split(' ');
            return /^\d+$/.test(amount)
                ? [
                      {
                          id: name.slice(CAPTURE.length),
                          amount: Number(amount),
                          idempotencyKey: key.join(' '),
                      },
                  ]
                : [];
        });
}
