import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContractPayments } from './contract-payments';
import type { ContractPromises, ContractProvider } from './contract-provider';
import { describeFailures } from './describe-failures';
import { describeMoney } from './describe-money';
import { describePaying } from './describe-paying';
import { describeWebhooks } from './describe-webhooks';

export type { ContractPromises, ContractProvider, SentWebhook, WantedOutcome } from './contract-provider';

/**
 * Every promise of the gateway port, as tests of one adapter against a provider that runs on this machine.
 *
 * @param name - Of the gateway, as it says itself.
 * @param setUp - Starts the provider and makes the adapter.
 */
export function describeGatewayContract(
    name: string,
    promises: ContractPromises,
    setUp: () => Promise<ContractProvider>,
): void {
    describe(`gateway contract: ${name}`, () => {
        let running: ContractProvider | undefined;
        const provider = (): ContractProvider => {
            if (!running) {
                throw new Error('The provider has not started.');
            }
            return running;
        };
        const context = { provider, payments: new ContractPayments(provider), promises };

        beforeAll(async () => {
            running = await setUp();
        });
        afterAll(() => running?.stop());

        it('has a lasting name and says what it can do', () => {
            const { gateway } = provider();
            expect(gateway.name).toBe(name);
            expect(gateway.name).toMatch(/^[a-z][a-z0-9-]*$/);
            expect(gateway.capabilities).toEqual(promises.capabilities);
        });

        describePaying(context);
        describeMoney(context);
        describeFailures(context);
        describeWebhooks(context);
    });
}
