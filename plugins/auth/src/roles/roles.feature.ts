import type { AuthFeature } from '../auth-feature';
import { MakeRoles } from './infrastructure/make-roles';

/** Roles out of the box. */
export const rolesFeature: AuthFeature = {
    providers: [MakeRoles],
};
