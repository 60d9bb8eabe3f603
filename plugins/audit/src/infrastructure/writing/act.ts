import type { AuditAct, AuditStatus } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import { classOfMutation, type Subject, subjectOf } from '../../domain/describe-mutation';
import { difference, type Facts } from '../../domain/difference';
import { idsOf, outcomeOf } from '../../domain/outcome';
import type { Snapshots } from './snapshots';

/** Told by `LoginEvent` when they succeed, since there are other ways to sign in. */
const SIGN_IN = new Set(['login', 'authenticate']);

/** A mutation that is being carried out. */
export class Act {
    /** Whether an entry of it is part of its transaction. */
    isWritten = false;
    private subject: Subject | undefined;
    private before = new Map<string, Facts>();

    /**
     * @param args - As the resolver gets them: ids are decoded once the mutation begins.
     * @param contextNow - The context that the resolver would get now.
     */
    constructor(
        readonly name: string,
        readonly args: unknown,
        readonly contextNow: () => RequestContext,
        private readonly snapshots: Snapshots,
    ) {}

    get isSignIn(): boolean {
        return SIGN_IN.has(this.name);
    }

    /** In the transaction, before anything is done. */
    async begin(ctx: RequestContext): Promise<void> {
        this.isWritten = false;
        this.subject = subjectOf(this.name, this.args, this.snapshots.entities());
        const { type, ids, isThere } = this.subject;
        this.before = isThere ? await this.snapshots.read(ctx, type, ids) : new Map<string, Facts>();
    }

    /**
     * In the transaction, once it is done.
     *
     * @returns nothing when somebody else tells of it.
     */
    async end(ctx: RequestContext, answer: unknown): Promise<AuditAct | undefined> {
        const { status, reason } = outcomeOf(answer);
        if (status === 'refused') {
            return this.told('refused', reason);
        }
        if (this.isSignIn) {
            return undefined;
        }
        const subject = this.subject ?? subjectOf(this.name, this.args, this.snapshots.entities());
        const ids = subject.ids.length > 0 ? subject.ids : idsOf(answer);
        const after = await this.snapshots.read(ctx, subject.type, ids);
        return {
            ...this.told('success'),
            resource: { type: subject.type, id: ids.length > 0 ? ids.join(',') : null },
            ...this.change(ids.map(String), after),
        };
    }

    /** What came of it, where it has no transaction. Nothing when somebody else tells of it. */
    toldOf(answer: unknown): AuditAct | undefined {
        const { status, reason } = outcomeOf(answer);
        return status === 'success' && this.isSignIn ? undefined : this.told(status, reason);
    }

    /** What can be said without the transaction. */
    told(status: AuditStatus, reason?: string): AuditAct {
        const { type, ids } = this.subject ?? subjectOf(this.name, this.args, this.snapshots.entities());
        return {
            action: this.name,
            class: classOfMutation(this.name),
            status,
            resource: { type, id: ids.length > 0 ? ids.join(',') : null },
            detail: { args: this.args, ...(reason === undefined ? {} : { reason }) },
        };
    }

    /** What changed: of one thing at once, of several by their ids. */
    private change(ids: readonly string[], after: ReadonlyMap<string, Facts>) {
        const changes = [...new Set(ids)]
            .map(id => [id, difference(this.before.get(id) ?? null, after.get(id) ?? null)] as const)
            .filter(([, { before, after: now }]) => before !== null || now !== null);
        const [only] = changes;
        if (changes.length === 1 && only) {
            return { before: only[1].before, after: only[1].after };
        }
        return changes.length === 0
            ? {}
            : {
                  before: Object.fromEntries(changes.map(([id, change]) => [id, change.before])),
                  after: Object.fromEntries(changes.map(([id, change]) => [id, change.after])),
              };
    }
}
