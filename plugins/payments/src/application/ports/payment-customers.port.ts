/** By which name each provider knows the shop's customers. Committed at once, like the intents. */
export abstract class PaymentCustomers {
    abstract find(gateway: string, customerId: string): Promise<string | undefined>;

    /**
     * Stores, before the first call, with which idempotency key a provider is asked to open a customer, so that
     * repeated and simultaneous calls open one.
     */
    abstract prepare(
        gateway: string,
        customerId: string,
    ): Promise<{ readonly idempotencyKey: string; readonly providerCustomer?: string }>;

    abstract remember(gateway: string, customerId: string, providerCustomer: string): Promise<void>;
}
