import type { MigrationClass } from '@efi/plugin-kit';
import { CreateJobQueue1764633600000 } from './create-job-queue.migration';

/** The plugin's schema, oldest first. Compose it into the application's own list of migrations. */
export const jobQueueMigrations: MigrationClass[] = [CreateJobQueue1764633600000];
