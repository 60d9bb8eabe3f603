import { EfiFraudDecision } from './fraud-decision.entity';
import { EfiFraudModel } from './fraud-model.entity';
import {
    EfiFraudKey,
    EfiFraudListEntry,
    EfiFraudNote,
    EfiFraudPolicy,
    EfiFraudRule,
    EfiFraudVelocity,
} from './fraud-settings.entities';

export const fraudEntities = [
    EfiFraudDecision,
    EfiFraudKey,
    EfiFraudListEntry,
    EfiFraudModel,
    EfiFraudNote,
    EfiFraudPolicy,
    EfiFraudRule,
    EfiFraudVelocity,
];
