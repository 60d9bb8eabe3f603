import { metrics } from '@efi/plugin-kit';

/** Why acts were dropped: a machine's, too many of a visit or of all, no room to wait, or no database. */
export type DropReason = 'bot' | 'rate' | 'buffer' | 'write';

export function countDropped(reason: DropReason, count: number): void {
    metrics()
        .counter('efi_behaviour_dropped_total', 'Acts of shoppers that were not recorded, by why.', [
            'reason',
        ])
        .increment({ reason }, count);
}
