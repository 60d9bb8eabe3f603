export * from './domain/model';
export { decodeArtefact, encodeArtefact } from './domain/artefact';
export { als, AlsSettings } from './domain/models/als';
export { blend, BlendSettings } from './domain/models/blend';
export { content, ContentSettings } from './domain/models/content';
export { ease, EaseSettings } from './domain/models/ease';
export { itemToItem, ItemToItemSettings, Similarity } from './domain/models/item-to-item';
export { popularity, PopularitySettings } from './domain/models/popularity';
export { repeats, RepeatsSettings } from './domain/models/repeats';
export { session, SessionSettings } from './domain/models/session';
export { RecommendationsPlugin } from './recommendations.plugin';
export type { RecommendationsOptions } from './recommendations.options';
export { CustomerRecommendations, type ExportedChoices } from './infrastructure/customer-recommendations';
export { recommendationsMigrations } from './infrastructure/migrations';
export {
    type ListRequest,
    type RecommendationList,
    RecommendationService,
    type RecommendedItem,
} from './infrastructure/recommendation.service';
