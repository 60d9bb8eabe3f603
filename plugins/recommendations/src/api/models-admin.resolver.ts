import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    type ID,
    type Job,
    type RequestContext,
    UserInputError,
    UserService,
} from '@vendure/core';
import type { ModelCard } from '../domain/training/model-card';
import type { EfiRecommendationModel } from '../infrastructure/entities/recommendation-model.entity';
import { LoadedModels } from '../infrastructure/loaded-models';
import { type KnownModel, ModelArchive } from '../infrastructure/model-archive';
import { RecommendationTrainingQueue } from '../infrastructure/training/training.queue';
import { administratorOf, requireReason } from './administrator';
import { manageRecommendations, readRecommendations } from './permissions';

const DEFAULT_TAKE = 20;
const MOST = 100;

type ModelView = Omit<EfiRecommendationModel, 'card'> & Omit<ModelCard, 'from' | 'to' | 'heldBackSince'>;

@Resolver()
export class ModelsAdminResolver {
    constructor(
        private readonly archive: ModelArchive,
        private readonly models: LoadedModels,
        private readonly queue: RecommendationTrainingQueue,
        private readonly users: UserService,
    ) {}

    @Query()
    @Allow(readRecommendations.Permission)
    async efiRecommendationModels(@Args() { take }: { take?: number | null }): Promise<ModelView[]> {
        const models = await this.archive.latest(Math.min(take ?? DEFAULT_TAKE, MOST));
        return models.map(viewOf);
    }

    @Mutation()
    @Allow(manageRecommendations.Permission)
    trainEfiRecommendations(): Promise<Job> {
        return this.queue.add();
    }

    @Query()
    @Allow(readRecommendations.Permission)
    async efiRecommendationTraining(): Promise<Job | null> {
        return (await this.queue.latest()) ?? null;
    }

    @Mutation()
    @Allow(manageRecommendations.Permission)
    async cancelEfiRecommendationTraining(): Promise<Job> {
        const job = await this.queue.cancel();
        if (!job) {
            throw new UserInputError('No training runs.');
        }
        return job;
    }

    @Mutation()
    @Allow(manageRecommendations.Permission)
    async promoteEfiRecommendationModel(
        @Ctx() ctx: RequestContext,
        @Args() { id, reason }: { id: ID; reason: string },
    ): Promise<ModelView> {
        const text = requireReason(reason);
        const administrator = await administratorOf(ctx, this.users);
        const model = await this.archive.putInPlace(ctx, Number(id), administrator, text);
        if (!model) {
            throw new UserInputError(`Model ${id} is in place already, or its bytes were dropped.`);
        }
        await this.models.refresh();
        return viewOf(model);
    }
}

/** Of a card that may be from before events were learned from. */
type Older<Card extends ModelCard> = Omit<Card, 'events' | 'usesEvents'> &
    Partial<Pick<Card, 'events' | 'usesEvents'>>;

/** The card's figures beside the model's own. */
function viewOf({ card, ...model }: KnownModel) {
    const { from, to, heldBackSince, ...figures }: Older<ModelCard> = card;
    return {
        ...model,
        ...figures,
        // Cards from before there were any say nothing of them.
        events: figures.events ?? 0,
        usesEvents: figures.usesEvents ?? false,
        from: new Date(from),
        to: new Date(to),
        heldBackSince: new Date(heldBackSince),
    };
}
