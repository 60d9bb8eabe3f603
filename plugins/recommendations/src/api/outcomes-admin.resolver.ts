import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, UserInputError, UserService } from '@vendure/core';
import type { Interval } from '../domain/attribution/interval';
import type { Placement } from '../domain/serving/placement';
import { EfiRecommendationExperiment } from '../infrastructure/entities/recommendation-experiment.entity';
import { type ArmOutcome, ExperimentsService, type Outcome } from '../infrastructure/experiments.service';
import { ModelArchive } from '../infrastructure/model-archive';
import { type RecommendationList, RecommendationService } from '../infrastructure/recommendation.service';
import { administratorOf } from './administrator';
import { type ListInput, toListRequest } from './list-request';
import { manageRecommendations, readRecommendations } from './permissions';

const THIRTY_DAYS = 30 * 86_400_000;

interface ExperimentInput {
    readonly placement?: Placement | null;
    readonly challengerId?: ID | null;
    readonly share: number;
}

@Resolver()
export class OutcomesAdminResolver {
    constructor(
        private readonly recommendations: RecommendationService,
        private readonly experiments: ExperimentsService,
        private readonly archive: ModelArchive,
        private readonly users: UserService,
    ) {}

    @Query()
    @Allow(readRecommendations.Permission)
    efiRecommendationPreview(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: ListInput & { customerId?: ID | null } },
    ): Promise<RecommendationList> {
        const { customerId } = input;
        const request = toListRequest(input);
        return customerId === undefined || customerId === null
            ? this.recommendations.forNobody(ctx, request)
            : this.recommendations.forCustomer(ctx, Number(customerId), request);
    }

    @Query()
    @Allow(readRecommendations.Permission)
    efiRecommendationOutcomes(
        @Ctx() ctx: RequestContext,
        @Args() { since }: { since?: Date | null },
    ): Promise<Outcome[]> {
        return this.experiments.outcomes(Number(ctx.channelId), since ?? new Date(Date.now() - THIRTY_DAYS));
    }

    @Query()
    @Allow(readRecommendations.Permission)
    efiRecommendationExperiments(): Promise<EfiRecommendationExperiment[]> {
        return this.experiments.all();
    }

    @Mutation()
    @Allow(manageRecommendations.Permission)
    async startEfiRecommendationExperiment(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: ExperimentInput },
    ): Promise<EfiRecommendationExperiment> {
        const { placement = null, share } = input;
        const challengerId =
            input.challengerId === undefined || input.challengerId === null
                ? null
                : Number(input.challengerId);
        if (!(share > 0 && share < 1)) {
            throw new UserInputError(`share must be above 0 and below 1, not ${share}.`);
        }
        if (challengerId !== null && !(await this.archive.parts(challengerId))) {
            throw new UserInputError(`The bytes of model ${challengerId} are not kept.`);
        }
        const administrator = await administratorOf(ctx, this.users);
        const started = await this.experiments.start(administrator, { placement, challengerId, share });
        if (!started) {
            throw new UserInputError('Another experiment runs: end it first.');
        }
        return started;
    }

    @Mutation()
    @Allow(manageRecommendations.Permission)
    async endEfiRecommendationExperiment(@Args() { id }: { id: ID }): Promise<EfiRecommendationExperiment> {
        const ended = await this.experiments.end(Number(id));
        if (!ended) {
            throw new UserInputError(`There is no experiment ${id}.`);
        }
        return ended;
    }
}

/** What an experiment found so far. */
@Resolver('EfiRecommendationExperiment')
export class ExperimentResolver {
    constructor(private readonly experiments: ExperimentsService) {}

    @ResolveField()
    async arms(@Parent() { id }: EfiRecommendationExperiment): Promise<readonly ArmOutcome[]> {
        return (await this.experiments.report(id)).arms;
    }

    @ResolveField()
    async clickedDifference(@Parent() { id }: EfiRecommendationExperiment): Promise<Interval> {
        return (await this.experiments.report(id)).clickedDifference;
    }

    @ResolveField()
    async boughtDifference(@Parent() { id }: EfiRecommendationExperiment): Promise<Interval> {
        return (await this.experiments.report(id)).boughtDifference;
    }
}
