import type { Facts } from './difference';

/** Of what an entry may be about, that which leads to a person. The registry of personal data finds entries by it. */
export const TRACED = ['User', 'Customer', 'Order', 'Payment', 'Refund'] as const;

const traced = new Set<string | undefined>(TRACED);

/** What is told of an act, as far as it says whom it is about. */
interface ToldAct {
    readonly class?: string;
    readonly status?: string;
    readonly resource?: { readonly type: string; readonly id?: string | number | null };
    readonly detail?: Facts;
}

/**
 * Whether the address and the program are kept of who is not signed in: where they are found again when that person
 * is erased, and of what is refused, where nothing else tells one who tries doors from another.
 */
export function keepsOrigin({ class: kept, status = 'success', resource, detail }: ToldAct): boolean {
    const isTried = status === 'denied' || (kept === 'authentication' && status !== 'success');
    const isAboutSomebody = resource?.id != null && traced.has(resource.type);
    const movements = detail?.['movements'];
    const hasMoved = Array.isArray(movements) && movements.length > 0;
    return isTried || isAboutSomebody || hasMoved || detail?.['customerId'] != null;
}
