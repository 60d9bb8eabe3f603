import type { MigrationClass } from '@efi/plugin-kit';
import { CreateTokens1795833900000 } from '../tokens/infrastructure/create-tokens.migration';

/** The plugin's migrations, oldest first. */
export const authMigrations: MigrationClass[] = [CreateTokens1795833900000];
