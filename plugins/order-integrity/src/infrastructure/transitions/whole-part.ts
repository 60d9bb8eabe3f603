import type { QueryRunner } from 'typeorm';

/** How deep in savepoints a transaction is: 1 is none. TypeORM keeps it to itself. */
type Nested = QueryRunner & { readonly transactionDepth: number };

const failed = new WeakSet<QueryRunner>();

/**
 * Runs a part of a transaction that may not stay in it by halves. A savepoint, which would take back the part alone,
 * costs two statements each time; here a part that failed takes the whole with it: should somebody catch its error and
 * go on, the transaction, or the savepoint that was set around the part, refuses to be committed, and is rolled back.
 */
export async function wholePart<T>(transaction: QueryRunner, work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        refuseCommit(transaction as Nested, error);
        throw error;
    }
}

function refuseCommit(transaction: Nested, reason: unknown): void {
    if (failed.has(transaction)) {
        return;
    }
    failed.add(transaction);
    const depth = transaction.transactionDepth;
    const commit = transaction.commitTransaction.bind(transaction);
    const rollback = transaction.rollbackTransaction.bind(transaction);
    transaction.commitTransaction = () => Promise.reject(toError(reason));
    transaction.rollbackTransaction = async () => {
        // A savepoint that was set after the failure takes back what came after it, and nothing of the part.
        if (transaction.transactionDepth <= depth) {
            failed.delete(transaction);
            transaction.commitTransaction = commit;
            transaction.rollbackTransaction = rollback;
        }
        await rollback();
    };
}

function toError(reason: unknown): Error {
    return reason instanceof Error ? reason : new Error(String(reason));
}
