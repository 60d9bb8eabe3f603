import { TrainingQueue } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { ConfigService, JobQueueService } from '@vendure/core';
import { TrainRecommendations } from './train-recommendations';

@Injectable()
export class RecommendationTrainingQueue extends TrainingQueue {
    constructor(training: TrainRecommendations, jobQueueService: JobQueueService, config: ConfigService) {
        super('efi-recommendation-training', training, jobQueueService, config);
    }
}
