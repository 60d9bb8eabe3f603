import { type AuditAct, auditTrail, setAuditTrail } from '@efi/plugin-kit';
import type { TestShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';

/** What the shop writes down for itself from now on. */
export function keptActs(shop: TestShop): readonly AuditAct[] {
    const acts: AuditAct[] = [];
    const { rawConnection } = shop.server.app.get(TransactionalConnection);
    setAuditTrail(rawConnection, {
        ...auditTrail(rawConnection),
        recordApart: (_ctx, act) => Promise.resolve(void acts.push(act)),
    });
    return acts;
}
