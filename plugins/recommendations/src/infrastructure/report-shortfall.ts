import { metrics } from '@efi/plugin-kit';
import { Logger } from '@vendure/core';
import type { Shortfall } from '../application/recommend';
import { loggerCtx } from './logger-context';

/** Counts a list that came out worse than it could have, and logs the error behind it, if any. */
export function reportShortfall(shortfall: Shortfall, error?: unknown): void {
    metrics()
        .counter(
            'efi_recommendation_shortfalls_total',
            'Lists that came out worse than they could have, by why',
            ['reason'],
        )
        .increment({ reason: shortfall });
    if (error !== undefined) {
        Logger.error(
            'A list of recommendations fell short',
            loggerCtx,
            error instanceof Error ? error.stack : undefined,
        );
    }
}
