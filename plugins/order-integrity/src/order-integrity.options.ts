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
    /**
     * How many transactions a process runs at a time, orders' or others'. Further ones wait without a connection, so
     * that a rush for one product leaves connections to everybody who only looks. Leave it out unless other programs
     * share the process's pool.
     *
     * @default two thirds of the pool's connections
     */
    maxTransactions?: number;
    /**
     * How many changes of a process wait for their transaction at most. A further one is refused at once, with the
     * error code `EFI_SERVER_BUSY`: it would hold memory, and its turn would come too late.
     *
     * @default 1000
     */
    maxWaitingTransactions?: number;
    /**
     * How long a change waits for its transaction at most, in seconds. One that waited longer changes nothing and is
     * answered with the error code `EFI_SERVER_BUSY`.
     *
     * @default 20
     */
    transactionWaitSeconds?: number;
}

/** The options with their defaults, those apart that follow from the database connection. */
export type ResolvedOrderIntegrityOptions = Required<Omit<OrderIntegrityOptions, 'maxTransactions'>> &
    Pick<OrderIntegrityOptions, 'maxTransactions'>;

/** Token by which the plugin's parts are given its options. */
export const ORDER_INTEGRITY_OPTIONS = Symbol('ORDER_INTEGRITY_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: OrderIntegrityOptions): ResolvedOrderIntegrityOptions {
    const {
        reservationMinutes = 15,
        transactionRetries = 3,
        maxTransactions,
        maxWaitingTransactions = 1_000,
        transactionWaitSeconds = 20,
    } = options;
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
    if (maxTransactions !== undefined && !(Number.isInteger(maxTransactions) && maxTransactions > 0)) {
        throw new Error(
            `OrderIntegrityPlugin: maxTransactions must be a whole number of at least 1, got ${maxTransactions}.`,
        );
    }
    if (!Number.isInteger(maxWaitingTransactions) || maxWaitingTransactions < 0) {
        throw new Error(
            `OrderIntegrityPlugin: maxWaitingTransactions must be a whole number of at least 0, got ${maxWaitingTransactions}.`,
        );
    }
    if (!(transactionWaitSeconds > 0)) {
        throw new Error(
            `OrderIntegrityPlugin: transactionWaitSeconds must be greater than 0, got ${transactionWaitSeconds}.`,
        );
    }
    return {
        reservationMinutes,
        transactionRetries,
        maxTransactions,
        maxWaitingTransactions,
        transactionWaitSeconds,
    };
}
