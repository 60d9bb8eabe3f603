import type { QuarantineReason } from '../domain/quarantine-reason';
import { type Amount, toAmount } from './amount';

/** `EfiQuarantineFacts` of the Admin API. */
export interface QuarantineFacts {
    readonly code: string;
    readonly reference?: string;
    readonly other?: string;
    readonly detail?: string;
    readonly there?: Amount;
    readonly here?: Amount;
}

/** @param precision - Decimals in which the shop counts. */
export function toFacts(reason: QuarantineReason | null, precision: number): QuarantineFacts | null {
    return reason && 'there' in reason
        ? { ...reason, there: toAmount(reason.there, precision), here: toAmount(reason.here, precision) }
        : reason;
}
