import { CreateMyFeatureNotice1000000000000 } from './create-notice.migration';

/** The plugin's migrations, oldest first. */
export const myFeatureMigrations = [CreateMyFeatureNotice1000000000000];
