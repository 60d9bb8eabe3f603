import type { Provider, Type } from '@nestjs/common';
import { DecisionAdminResolver, DecisionFieldsResolver } from './api/decision-admin.resolver';
import { ReviewAdminResolver, ReviewResultResolver } from './api/review-admin.resolver';
import {
    BackTestResultResolver,
    RuleAdminResolver,
    RuleFieldsResolver,
    SaveRuleResultResolver,
    SetPolicyResultResolver,
} from './api/rule-admin.resolver';
import { SettingsAdminResolver } from './api/settings-admin.resolver';
import { ModelRegistry } from './infrastructure/models/model-registry';
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

/** What people work with: reviews, appeals, rules, thresholds, lists and figures. */
export const operationsProviders: Provider[] = [
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
    ModelRegistry,
];

export const operationsResolvers: Array<Type<unknown>> = [
    DecisionAdminResolver,
    DecisionFieldsResolver,
    ReviewAdminResolver,
    ReviewResultResolver,
    RuleAdminResolver,
    RuleFieldsResolver,
    SaveRuleResultResolver,
    BackTestResultResolver,
    SetPolicyResultResolver,
    SettingsAdminResolver,
];
