import type { AuthFeature } from '../auth-feature';
import { addEarly } from '../infrastructure/early-middleware';
import {
    MachineKeyFieldResolver,
    MachineKeyResultResolver,
    MachineKeysResolver,
} from './api/machine-keys.resolver';
import { manageMachineKeys } from './api/permissions';
import { machineKeysSchema } from './api/schema';
import { MachineGate, machineKeyMiddlewares } from './infrastructure/machine-gate';
import { EfiMachineKey } from './infrastructure/machine-key.entity';
import { MachineKeys } from './infrastructure/machine-keys';
import { MachineSessions } from './infrastructure/machine-sessions';

/** Keys with scopes, for programs that work at the Admin API and REST. */
export const machineKeysFeature: AuthFeature = {
    entities: [EfiMachineKey],
    providers: [MachineSessions, MachineGate, MachineKeys],
    admin: {
        schema: machineKeysSchema,
        resolvers: [MachineKeysResolver, MachineKeyFieldResolver, MachineKeyResultResolver],
    },
    configure: config => {
        const { authOptions } = config;
        authOptions.customPermissions = [...authOptions.customPermissions, manageMachineKeys];
        addEarly(config, machineKeyMiddlewares(config));
    },
};
