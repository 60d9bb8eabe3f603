import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext, UserInputError } from '@vendure/core';
import { BehaviourCounts, type DayCount } from '../infrastructure/behaviour-counts';
import { readBehaviour } from './permissions';

const MOST_DAYS = 400;

@Resolver()
export class BehaviourAdminResolver {
    constructor(private readonly counts: BehaviourCounts) {}

    @Query()
    @Allow(readBehaviour.Permission)
    efiBehaviourCounts(@Ctx() ctx: RequestContext, @Args() { days }: { days: number }): Promise<DayCount[]> {
        if (days < 1 || days > MOST_DAYS) {
            throw new UserInputError(`days goes from 1 to ${MOST_DAYS}.`);
        }
        return this.counts.perDay(ctx, days);
    }
}
