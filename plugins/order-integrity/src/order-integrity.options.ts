/** What can be set in `OrderIntegrityPlugin.init()`. */
export interface OrderIntegrityOptions {
    /**
     * How long the stock and the limited promotions of an order are kept for it while it is being paid, in minutes.
     * A payment that is under way keeps them for longer.
     *
     * @default 15
     */
    reservationMinutes?: number;
    /**
     * How often a transaction that met a deadlock or a serialisation failure is run again from its start.
     *
     * @default 3
     */
    transactionRetries?: number;
}

/** Token by which the plugin's parts are given its options. */
export const ORDER_INTEGRITY_OPTIONS = Symbol('ORDER_INTEGRITY_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: OrderIntegrityOptions): Required<OrderIntegrityOptions> {
    const { reservationMinutes = 15, transactionRetries = 3 } = options;
    if (!(reservationMinutes > 0)) {
        throw new Error(
            `OrderIntegrityPlugin: reservationMinutes must be greater than 0, got ${reservationMinutes}.`,
        );
    }
    if (!Number.isInteger(transactionRetries) || transactionRetries < 0) {
        throw new Error(
            `OrderIntegrityPlugin: transactionRetries must be a whole number of at least 0, got ${transactionRetries}.`,
        );
    }
    return { reservationMinutes, transactionRetries };
}
