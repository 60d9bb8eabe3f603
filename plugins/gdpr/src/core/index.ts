import type { PersonalDataDeclaration } from '@efi/plugin-kit';
import { accounts, sessions, staffTables } from './accounts';
import { impersonalTables } from './impersonal';
import { orders } from './orders';

/** What Vendure itself keeps. What leads to the person goes last, so that all else is still found. */
export const corePersonalData: PersonalDataDeclaration = {
    tables: [...sessions, ...orders, ...accounts, ...staffTables],
    impersonal: impersonalTables,
};
