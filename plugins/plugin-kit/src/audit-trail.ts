import type { RequestContext } from '@vendure/core';
import type { DataSource, EntityManager } from 'typeorm';

/** How long an entry is kept: a transaction 1 year, authentication 2 years, security 5 years. */
export type AuditClass = 'transaction' | 'authentication' | 'security';

/** `refused` by a rule of the shop, `denied` for want of a permission, `failed` by an error. */
export type AuditStatus = 'success' | 'refused' | 'denied' | 'failed';

/** Something that was done, or tried. */
export interface AuditAct {
    /** What was done, such as `updateProduct`: letters, digits and dashes, at most 100 characters. */
    readonly action: string;
    /** @default 'transaction' */
    readonly class?: AuditClass;
    /** @default 'success' */
    readonly status?: AuditStatus;
    /** What it was done to. */
    readonly resource?: { readonly type: string; readonly id?: string | number | null };
    /** The resource as it was, as JSON. Personal data is masked by the trail. */
    readonly before?: unknown;
    /** The resource as it is now. */
    readonly after?: unknown;
    /** Who, where the context does not know it yet, as at a sign-in. @default the context's */
    readonly userId?: string | number;
    /** What else there is to say, such as a reason. */
    readonly detail?: Readonly<Record<string, unknown>>;
}

/** Keeps who did what and when, for good. */
export interface AuditTrail {
    /**
     * In the transaction of `ctx`: with it the entry is kept or rolled back.
     *
     * @throws when the entry can't be written, so that nothing is done which nobody can account for.
     */
    record(ctx: RequestContext, act: AuditAct): Promise<void>;
    /**
     * In a transaction of the system's own, which has no request context.
     *
     * @param manager - Of the transaction.
     * @throws as {@link record} does.
     */
    recordIn(manager: EntityManager, act: AuditAct): Promise<void>;
    /**
     * At once and for itself, for what has no transaction that commits: denials, failures.
     *
     * @param ctx - Nothing for what the system does by itself.
     */
    recordApart(ctx: RequestContext | undefined, act: AuditAct): Promise<void>;
    /**
     * Counts what an account is given out of a list, before it is given. Who takes much within an hour, at once or a
     * page at a time, has it written down as `read-in-bulk`.
     *
     * @param list - Name of the query, route or file.
     * @param items - That the caller gets.
     * @throws when the entry can't be written.
     */
    readInBulk(ctx: RequestContext, list: string, items: number): Promise<void>;
}

/** Keeps nothing. */
const none: AuditTrail = {
    record: () => Promise.resolve(),
    recordIn: () => Promise.resolve(),
    recordApart: () => Promise.resolve(),
    readInBulk: () => Promise.resolve(),
};

const trails = new WeakMap<DataSource, AuditTrail>();

/**
 * The audit trail of one running application, told apart by its data source. Until a plugin sets its own, nothing is
 * kept. Ask for it when it is used.
 */
export function auditTrail(dataSource: DataSource): AuditTrail {
    return trails.get(dataSource) ?? none;
}

/** Has `trail` keep the acts from now on, for the application with this data source. */
export function setAuditTrail(dataSource: DataSource, trail: AuditTrail): void {
    trails.set(dataSource, trail);
}
