import type { AuditAct, AuditStatus } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import { classOfMutation } from '../../domain/describe-mutation';
import { difference, type Difference, type Facts } from '../../domain/difference';
import { outcomeOf } from '../../domain/outcome';
import { inParts } from '../../domain/parts';
import type { SubjectPlan } from '../../domain/subject';
import type { ActOfRows } from '../sql-audit-trail';
import type { Snapshots } from './snapshots';
import type { Subject, Subjects } from './subjects';

/** Told by `LoginEvent` when they succeed, since there are other ways to sign in. */
const SIGN_IN = new Set(['login', 'authenticate']);

/** A mutation that is being carried out. */
export class Act {
    /** Whether an entry of it is part of its transaction. */
    isWritten = false;
    private subject: Subject | undefined;
    private states = new Map<string, Facts>();

    /**
     * @param args - As the resolver gets them: ids are decoded once the mutation begins.
     * @param contextNow - The context that the resolver would get now.
     */
    constructor(
        readonly name: string,
        readonly args: unknown,
        readonly contextNow: () => RequestContext,
        private readonly plan: SubjectPlan,
        private readonly subjects: Subjects,
        private readonly snapshots: Snapshots,
    ) {}

    get isSignIn(): boolean {
        return SIGN_IN.has(this.name);
    }

    /** In the transaction, before anything is done. */
    async begin(ctx: RequestContext): Promise<void> {
        this.isWritten = false;
        this.subject = await this.subjects.before(ctx, this.plan, this.args);
        this.states = await this.snapshots.read(ctx, this.subject.type, this.subject.ids);
    }

    /**
     * In the transaction, once it is done.
     *
     * @returns nothing when somebody else tells of it; several entries where many things were changed.
     */
    async end(ctx: RequestContext, answer: unknown): Promise<ActOfRows[]> {
        const { status, reason } = outcomeOf(answer);
        if (status === 'refused') {
            return [await this.told(ctx, 'refused', reason)];
        }
        if (this.isSignIn) {
            return [];
        }
        const { type, ids } = await this.subjectAfter(ctx, answer);
        const after = await this.snapshots.read(ctx, type, ids);
        const parts = inParts(
            ids.map(id => this.changeOf(id, after)),
            ({ before, after: now }) => JSON.stringify([before, now]).length,
        );
        return parts.map((changes, part) => ({
            ...this.entry('success', { type, ids: changes.map(({ id }) => id) }),
            ...(parts.length > 1 ? { detail: this.partOf(part + 1, parts.length) } : {}),
            ...told(changes),
            rowsOf: type,
        }));
    }

    /** What came of it, where it has no transaction. Nothing when somebody else tells of it. */
    async toldOf(ctx: RequestContext, answer: unknown): Promise<AuditAct | undefined> {
        const { status, reason } = outcomeOf(answer);
        if (status === 'success' && this.isSignIn) {
            return undefined;
        }
        return this.entry(status, await this.subjectAfter(ctx, answer), reason);
    }

    /** What can be said without the answer. */
    async told(ctx: RequestContext, status: AuditStatus, reason?: string): Promise<AuditAct> {
        return this.entry(status, await this.subjectBefore(ctx), reason);
    }

    private async subjectBefore(ctx: RequestContext): Promise<Subject> {
        return this.subject ?? this.subjects.before(ctx, this.plan, this.args);
    }

    private async subjectAfter(ctx: RequestContext, answer: unknown): Promise<Subject> {
        return this.subjects.after(ctx, this.plan, this.args, answer, await this.subjectBefore(ctx));
    }

    private entry(status: AuditStatus, { type, ids }: Subject, reason?: string): AuditAct {
        return {
            action: this.name,
            class: classOfMutation(this.name),
            status,
            resource: { type, id: ids.length > 0 ? ids.join(',') : null },
            detail: { args: this.args, ...(reason === undefined ? {} : { reason }) },
        };
    }

    /** The arguments are told once. */
    private partOf(part: number, of: number): Facts {
        return { ...(part === 1 ? { args: this.args } : {}), part, of };
    }

    private changeOf(id: string, after: ReadonlyMap<string, Facts>): Change {
        return { id, ...difference(this.states.get(id) ?? null, after.get(id) ?? null) };
    }
}

interface Change extends Difference {
    readonly id: string;
}

/** What changed: of one thing at once, of several by their ids. */
function told(changes: readonly Change[]): Pick<AuditAct, 'before' | 'after'> {
    const known = changes.filter(({ before, after }) => before !== null || after !== null);
    const [only] = known;
    if (known.length <= 1) {
        return only ? { before: only.before, after: only.after } : {};
    }
    return {
        before: Object.fromEntries(known.map(({ id, before }) => [id, before])),
        after: Object.fromEntries(known.map(({ id, after }) => [id, after])),
    };
}
