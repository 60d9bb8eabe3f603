import type { MigrationClass } from '@efi/plugin-kit';
import { CreateAuthLimits1795834200000 } from '../lock-out/create-limits.migration';
import { CreateMachineKeys1795836000000 } from '../machine-keys/infrastructure/create-machine-keys.migration';
import { CreateSignInCodes1795950000000 } from '../oidc/infrastructure/create-sign-in-codes.migration';
import { CreatePasskeys1795866000000 } from '../passkeys/infrastructure/create-passkeys.migration';
import { CreatePermissionUse1795842000000 } from '../roles/infrastructure/create-permission-use.migration';
import { CreateRowSecurity1795866900000 } from '../row-security/infrastructure/create-row-security.migration';
import { PlanRowSecurityOnce1795871000000 } from '../row-security/infrastructure/plan-row-security-once.migration';
import { CreateSecondFactor1795842300000 } from '../second-factor/infrastructure/create-second-factor.migration';
import { CreateAuthSessions1795839000000 } from '../sessions/infrastructure/create-sessions.migration';
import { CreateTokens1795833900000 } from '../tokens/infrastructure/create-tokens.migration';
import { RolesReallyChanged1795845600000 } from '../tokens/infrastructure/roles-really-changed.migration';

/** The plugin's migrations, oldest first. */
export const authMigrations: MigrationClass[] = [
    CreateTokens1795833900000,
    CreateAuthLimits1795834200000,
    CreateMachineKeys1795836000000,
    CreateAuthSessions1795839000000,
    CreatePermissionUse1795842000000,
    CreateSecondFactor1795842300000,
    RolesReallyChanged1795845600000,
    CreatePasskeys1795866000000,
    CreateRowSecurity1795866900000,
    PlanRowSecurityOnce1795871000000,
    CreateSignInCodes1795950000000,
];
