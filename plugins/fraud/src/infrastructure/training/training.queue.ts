import { TrainingQueue } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { ConfigService, JobQueueService } from '@vendure/core';
import { TrainFraudModel } from './train-fraud-model';

@Injectable()
export class FraudTrainingQueue extends TrainingQueue {
    constructor(training: TrainFraudModel, jobQueueService: JobQueueService, config: ConfigService) {
        super('efi-fraud-training', training, jobQueueService, config);
    }
}
