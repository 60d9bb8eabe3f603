import type { Provider, Type } from '@nestjs/common';
import {
    DecisionAdminResolver,
    DecisionFieldsResolver,
    FactorFieldsResolver,
    FeatureFieldsResolver,
} from './api/decision-admin.resolver';
import { ModelsAdminResolver, PutModelResultResolver } from './api/models-admin.resolver';
import { ReviewAdminResolver, ReviewResultResolver } from './api/review-admin.resolver';
import {
    BackTestResultResolver,
    RuleAdminResolver,
    RuleFieldsResolver,
    SaveRuleResultResolver,
    SetPolicyResultResolver,
} from './api/rule-admin.resolver';
import { SettingsAdminResolver } from './api/settings-admin.resolver';
import { Administrators } from './infrastructure/administrators';
import { Appeals } from './infrastructure/reviews/appeals';
import { DecisionArchive } from './infrastructure/reviews/decision-archive';
import { Erasure } from './infrastructure/reviews/erasure';
import { Fairness } from './infrastructure/reviews/fairness';
import { OrderSettlement } from './infrastructure/reviews/order-settlement';
import { Replays } from './infrastructure/reviews/replays';
import { ReviewDesk } from './infrastructure/reviews/review-desk';
import { Lists } from './infrastructure/settings/lists';
import { Policies } from './infrastructure/settings/policies';
import { RuleBook } from './infrastructure/settings/rule-book';
import { TrainFraudModel } from './infrastructure/training/train-fraud-model';
import { TrainingDataReader } from './infrastructure/training/training-data';
import { FraudTrainingQueue } from './infrastructure/training/training.queue';

/** What people work with: reviews, appeals, rules, thresholds, lists, figures and the training of models. */
export const operationsProviders: Provider[] = [
    Administrators,
    DecisionArchive,
    OrderSettlement,
    ReviewDesk,
    Lists,
    Appeals,
    RuleBook,
    Policies,
    Fairness,
    Erasure,
    Replays,
    TrainingDataReader,
    TrainFraudModel,
    FraudTrainingQueue,
];

export const operationsResolvers: Array<Type<unknown>> = [
    DecisionAdminResolver,
    DecisionFieldsResolver,
    FactorFieldsResolver,
    FeatureFieldsResolver,
    ReviewAdminResolver,
    ReviewResultResolver,
    RuleAdminResolver,
    RuleFieldsResolver,
    SaveRuleResultResolver,
    BackTestResultResolver,
    SetPolicyResultResolver,
    SettingsAdminResolver,
    ModelsAdminResolver,
    PutModelResultResolver,
];
