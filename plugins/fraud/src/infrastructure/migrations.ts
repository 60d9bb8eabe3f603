import { CreateFraudNotice1795780564765 } from './create-notice.migration';

/** The plugin's migrations, oldest first. */
export const fraudMigrations = [CreateFraudNotice1795780564765];
