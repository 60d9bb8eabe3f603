import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, ForbiddenError, type ID, type Job, RequestContext, UserService } from '@vendure/core';
import { isFeatureName } from '../domain/features';
import { featureLabel } from '../domain/feature-text';
import type { GroupRate } from '../domain/models/fairness';
import type { TrainedCard } from '../domain/models/training-run';
import { type KnownModel, ModelArchive } from '../infrastructure/models/model-archive';
import { FraudTrainingQueue } from '../infrastructure/training/training.queue';
import { manageFraud, readFraud } from './permissions';
import { inLanguage } from './verdicts';

const MOST = 100;

/** See the schema. Its message is translated here, not looked up by Vendure. */
class EfiFraudModelRefusedError {
    readonly __typename = 'EfiFraudModelRefusedError';
    readonly errorCode = 'EFI_FRAUD_MODEL_REFUSED_ERROR';
    readonly message: string;

    constructor(ctx: RequestContext, why: 'reason-missing' | 'not-to-be-had') {
        this.message = ctx.translate(`message.efi-fraud-model-${why}`);
    }
}

@Resolver()
export class ModelsAdminResolver {
    constructor(
        private readonly archive: ModelArchive,
        private readonly queue: FraudTrainingQueue,
        private readonly users: UserService,
    ) {}

    @Query()
    @Allow(readFraud.Permission)
    async efiFraudModels(@Ctx() ctx: RequestContext, @Args() { take }: { take: number }) {
        const models = await this.archive.latest(Math.min(Math.max(take, 0), MOST));
        return models.map(model => viewOf(ctx, model));
    }

    @Query()
    @Allow(readFraud.Permission)
    async efiFraudTraining(): Promise<Job | null> {
        return (await this.queue.latest()) ?? null;
    }

    @Mutation()
    @Allow(manageFraud.Permission)
    trainEfiFraudModel(): Promise<Job> {
        return this.queue.add();
    }

    @Mutation()
    @Allow(manageFraud.Permission)
    async cancelEfiFraudTraining(): Promise<Job | null> {
        return (await this.queue.cancel()) ?? null;
    }

    @Mutation()
    @Allow(manageFraud.Permission)
    async putEfiFraudModelInPlace(
        @Ctx() ctx: RequestContext,
        @Args() { id, reason }: { id: ID; reason: string },
    ) {
        const text = reason.trim();
        if (text === '') {
            return new EfiFraudModelRefusedError(ctx, 'reason-missing');
        }
        const model = await this.archive.putInPlace(ctx, Number(id), await this.administrator(ctx), text);
        return model ? viewOf(ctx, model) : new EfiFraudModelRefusedError(ctx, 'not-to-be-had');
    }

    /** @throws ForbiddenError without a user: a decision has somebody's name on it. */
    private async administrator(ctx: RequestContext): Promise<string> {
        const user =
            ctx.activeUserId === undefined ? undefined : await this.users.getUserById(ctx, ctx.activeUserId);
        if (!user) {
            throw new ForbiddenError();
        }
        return user.identifier;
    }
}

/** Tells the members of the union apart. */
@Resolver('PutEfiFraudModelInPlaceResult')
export class PutModelResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiFraudModelRefusedError ? value.__typename : 'EfiFraudModel';
    }
}

function viewOf(ctx: RequestContext, { card, ...model }: KnownModel) {
    return { ...model, card: cardView(ctx, card) };
}

function cardView({ languageCode }: RequestContext, card: TrainedCard) {
    const { supervised, from, to, attempts, frauds, measured, chance, fairness, ...figures } = card;
    return {
        ...figures,
        kind: supervised === 'trees' ? 'TREES' : 'LOGISTIC',
        learnedFrom: sample({ from, to, attempts, frauds }),
        measuredOn: sample(measured),
        chancePrAuc: chance.prAuc,
        chanceRecallAt1: chance.recallAt1,
        calibration: card.calibration.map(({ cases, ...bin }) => ({ ...bin, attempts: cases })),
        drift: card.drift.map(({ name, psi }) => ({
            feature: name,
            // A model from before may know features that are gone.
            label: isFeatureName(name) ? inLanguage(featureLabel(name), languageCode) : name,
            psi,
        })),
        byCountry: fairness.byCountry.map(falsePositives),
        byAccountAge: fairness.byAccountAge.map(falsePositives),
    };
}

function sample({ from, to, ...counts }: TrainedCard['measured']) {
    return { ...counts, from: new Date(from), to: new Date(to) };
}

function falsePositives({ rate, from, to, ...group }: GroupRate) {
    return { ...group, rate: { value: rate, from, to } };
}
