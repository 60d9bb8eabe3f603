/** How often a transaction that met a deadlock or a serialisation failure is run again. */
export const TRANSACTION_RETRIES = 3;
