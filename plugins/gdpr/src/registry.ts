import { type PersonalDataDeclaration, personalDataOf } from '@efi/plugin-kit';
import type { VendureConfig } from '@vendure/core';
import { corePersonalData } from './core';

/**
 * What the plugins of a configuration and Vendure itself keep of people, in the order in which it is erased: what leads
 * to a person is Vendure's, and goes last.
 */
export function personalDataRegistry(plugins: VendureConfig['plugins']): PersonalDataDeclaration[] {
    return [...personalDataOf(plugins), corePersonalData];
}
