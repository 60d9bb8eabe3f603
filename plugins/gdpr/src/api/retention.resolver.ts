import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext } from '@vendure/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { Retention } from '../infrastructure/retention/retention';
import type { EfiGdprRetentionRun } from '../infrastructure/retention/retention-run.entity';
import { managePrivacy, readPrivacy } from './permissions';

/** How long whoever asks waits, in milliseconds; the scheduled task does what is left. */
const PATIENCE = 20_000;

export const retentionAdminSchema: DocumentNode = gql`
    "What goes by itself when its time is over"
    type EfiRetentionRule {
        "Such as guests"
        id: String!
        what: String!
        "Without use"
        days: Int!
    }

    "What a rule found and did at one time"
    type EfiRetentionRun {
        rule: String!
        days: Int!
        isDryRun: Boolean!
        startedAt: DateTime!
        "Null while it runs, and for one that was cut off: the next one goes on"
        endedAt: DateTime
        "Rows whose time was over when it began"
        due: Int!
        done: Int!
        "A code or the name of an error"
        problem: String
    }

    extend type Query {
        efiRetentionRules: [EfiRetentionRule!]!
        "The newest first; 500 at the most"
        efiRetentionRuns(take: Int = 50): [EfiRetentionRun!]!
    }

    extend type Mutation {
        "Applies all rules for some seconds, as the scheduled task does each hour; a dry run only counts"
        runEfiRetention(dryRun: Boolean!): [EfiRetentionRun!]!
    }
`;

@Resolver()
export class RetentionAdminResolver {
    constructor(private readonly retention: Retention) {}

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiRetentionRules() {
        return this.retention.rules();
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiRetentionRuns(
        @Ctx() ctx: RequestContext,
        @Args() { take }: { take: number },
    ): Promise<EfiGdprRetentionRun[]> {
        return this.retention.reports(ctx, take);
    }

    // No transaction around it: each batch has its own, so that what is done stays done.
    @Mutation()
    @Allow(managePrivacy.Permission)
    runEfiRetention(@Args() { dryRun }: { dryRun: boolean }): Promise<EfiGdprRetentionRun[]> {
        return this.retention.run(dryRun, new Date(Date.now() + PATIENCE));
    }
}
