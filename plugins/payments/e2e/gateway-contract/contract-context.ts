import type { ContractPayments } from './contract-payments';
import type { ContractPromises, ContractProvider } from './contract-provider';

/** What each part of the contract works with. The provider runs once the tests do. */
export interface ContractContext {
    readonly provider: () => ContractProvider;
    readonly payments: ContractPayments;
    readonly promises: ContractPromises;
}
