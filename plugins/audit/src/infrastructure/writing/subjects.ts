import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@vendure/core';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { SubjectPlan } from '../../domain/subject';
import { idsAt, planOf, unplanned } from '../../domain/subject-plan';
import { Accounts } from './accounts';
import { shapeOf, typesOf } from './mutation-shape';
import { Snapshots } from './snapshots';

/** What a mutation is about. */
export interface Subject {
    readonly type: string;
    readonly ids: readonly string[];
}

/** Finds out what mutations are about: by their schema, and by what they are given and answer with. */
@Injectable()
export class Subjects {
    private readonly plans = new WeakMap<GraphQLSchema, Map<string, SubjectPlan>>();

    constructor(
        private readonly accounts: Accounts,
        private readonly snapshots: Snapshots,
    ) {}

    planOf({ schema, fieldName }: Pick<GraphQLResolveInfo, 'schema' | 'fieldName'>): SubjectPlan {
        const plans = this.plans.get(schema) ?? plansOf(schema);
        this.plans.set(schema, plans);
        return plans.get(fieldName) ?? unplanned(fieldName);
    }

    /** As far as it can be said without the answer. */
    async before(ctx: RequestContext, { type, typeAt, ids }: SubjectPlan, args: unknown): Promise<Subject> {
        const [said] = typeAt ? idsAt(args, typeAt) : [];
        const subject = { type: said === undefined ? type : String(said), ids: [] };
        switch (ids.from) {
            case 'arguments':
                return { ...subject, ids: unique(idsAt(args, ids.path)) };
            case 'actor':
                return { ...subject, ids: await this.idsOfActor(ctx, type) };
            case 'only':
                return { ...subject, ids: await this.snapshots.onlyId(ctx, type) };
            case 'account': {
                const [text] = idsAt(args, ids.path).map(String);
                const find = ids.by === 'name' ? 'named' : 'changing';
                const account = text && (await this.accounts[find](ctx, text));
                return account ? { type: account.type, ids: [account.id] } : subject;
            }
            case 'answer':
            case 'nowhere':
                return subject;
        }
    }

    /** Once it is done. */
    async after(
        ctx: RequestContext,
        plan: SubjectPlan,
        args: unknown,
        answer: unknown,
        before: Subject,
    ): Promise<Subject> {
        if (before.ids.length > 0) {
            return before;
        }
        if (plan.ids.from === 'answer') {
            return { ...before, ids: unique(idsAt(answer, plan.ids.path)) };
        }
        // The account may be there only now.
        return plan.ids.from === 'account' ? this.before(ctx, plan, args) : before;
    }

    private async idsOfActor(ctx: RequestContext, type: string): Promise<string[]> {
        const { activeUserId } = ctx;
        if (activeUserId === undefined) {
            return [];
        }
        return type === 'User' ? [String(activeUserId)] : this.snapshots.idsOfUser(ctx, type, activeUserId);
    }
}

function plansOf(schema: GraphQLSchema): Map<string, SubjectPlan> {
    const types = typesOf(schema);
    return new Map(
        Object.values(schema.getMutationType()?.getFields() ?? {}).map(field => [
            field.name,
            planOf(shapeOf(field), types) ?? unplanned(field.name),
        ]),
    );
}

function unique(ids: readonly (string | number)[]): string[] {
    return [...new Set(ids.map(String))];
}
