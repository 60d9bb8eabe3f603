import type { Provider, Type } from '@nestjs/common';
import { ModelsAdminResolver } from './api/models-admin.resolver';
import { ExperimentResolver, OutcomesAdminResolver } from './api/outcomes-admin.resolver';
import { RulesAdminResolver } from './api/rules-admin.resolver';
import { AttributionBooks } from './infrastructure/attribution/attribution-books';
import { AttributionService } from './infrastructure/attribution/attribution.service';
import { TicketOffice } from './infrastructure/attribution/ticket-office';
import { CustomerRecommendations } from './infrastructure/customer-recommendations';
import { ExperimentsService } from './infrastructure/experiments.service';
import { LoadedModels } from './infrastructure/loaded-models';
import { ModelArchive } from './infrastructure/model-archive';
import { RulesService } from './infrastructure/rules.service';
import { TrainRecommendations } from './infrastructure/training/train-recommendations';
import { TrainingDataReader } from './infrastructure/training/training-data';
import { RecommendationTrainingQueue } from './infrastructure/training/training.queue';
import { RECOMMENDATIONS_OPTIONS, type ResolvedRecommendationsOptions } from './recommendations.options';

/** What trains models and follows what became of lists. */
export const operationsProviders: Provider[] = [
    TrainingDataReader,
    {
        provide: TrainRecommendations,
        inject: [TrainingDataReader, ModelArchive, LoadedModels, RECOMMENDATIONS_OPTIONS],
        useFactory: (
            reader: TrainingDataReader,
            archive: ModelArchive,
            models: LoadedModels,
            { historyDays }: ResolvedRecommendationsOptions,
        ) => new TrainRecommendations(reader, archive, models, historyDays),
    },
    RecommendationTrainingQueue,
    TicketOffice,
    AttributionBooks,
    AttributionService,
    ExperimentsService,
    RulesService,
    CustomerRecommendations,
];

export const operationsResolvers: Type[] = [
    ModelsAdminResolver,
    RulesAdminResolver,
    OutcomesAdminResolver,
    ExperimentResolver,
];
