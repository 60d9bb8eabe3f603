import { EfiFraudDecision } from './fraud-decision.entity';
import {
    EfiFraudKey,
    EfiFraudListEntry,
    EfiFraudModel,
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
