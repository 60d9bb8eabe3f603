import { auditTrail } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import type { DataSource } from 'typeorm';
import type { Change } from './writing/change';
import type { Written } from './writing/write-products';

/** Changes that one entry tells of: it has room for some. */
const MOST = 500;

/** Has the audit trail tell what an import changed, in its transaction: from what to what where there was something. */
export async function tellChanges(
    ctx: RequestContext,
    dataSource: DataSource,
    runId: number,
    { created, updated, changes }: Written,
): Promise<void> {
    const known = changes.filter(({ before }) => before !== null);
    for (let first = 0; first === 0 || first < known.length; first += MOST) {
        const some = known.slice(first, first + MOST);
        await auditTrail(dataSource).record(ctx, {
            action: 'import-catalogue',
            resource: { type: 'EfiCatalogueRun', id: runId },
            before: byVariant(some, 'before'),
            after: byVariant(some, 'after'),
            detail: { created, updated },
        });
    }
}

function byVariant(changes: readonly Change[], side: 'before' | 'after') {
    const variants: Record<string, Record<string, number | null>> = {};
    for (const { variantId, what, ...values } of changes) {
        (variants[variantId] ??= {})[what] = values[side];
    }
    return variants;
}
