import { EfiRecommendationChoice, EfiRecommendationHidden } from './recommendation-choice.entity';
import { EfiRecommendationExperiment } from './recommendation-experiment.entity';
import { EfiRecommendationKey } from './recommendation-key.entity';
import { EfiRecommendationCount, EfiRecommendationList } from './recommendation-list.entity';
import { EfiRecommendationModelPart } from './recommendation-model-part.entity';
import { EfiRecommendationModel } from './recommendation-model.entity';
import { EfiRecommendationRule } from './recommendation-rule.entity';

/** The plugin's tables. */
export const recommendationEntities = [
    EfiRecommendationModel,
    EfiRecommendationModelPart,
    EfiRecommendationRule,
    EfiRecommendationKey,
    EfiRecommendationChoice,
    EfiRecommendationHidden,
    EfiRecommendationExperiment,
    EfiRecommendationList,
    EfiRecommendationCount,
];
