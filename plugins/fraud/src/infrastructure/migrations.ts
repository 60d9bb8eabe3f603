import { FraudModelDecisions1795795200000 } from './add-model-decisions.migration';
import { CreateFraud1795780564765 } from './create-fraud.migration';

/** The plugin's migrations, oldest first. */
export const fraudMigrations = [CreateFraud1795780564765, FraudModelDecisions1795795200000];
