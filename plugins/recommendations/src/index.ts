export * from './domain/model';
export { decodeArtefact, encodeArtefact } from './domain/artefact';
export { popularity, PopularitySettings } from './domain/models/popularity';
export { RecommendationsPlugin } from './recommendations.plugin';
export type { RecommendationsOptions } from './recommendations.options';
export { recommendationsMigrations } from './infrastructure/migrations';
export {
    type ListRequest,
    type RecommendationList,
    RecommendationService,
    type RecommendedItem,
} from './infrastructure/recommendation.service';
