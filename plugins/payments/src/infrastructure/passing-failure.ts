import { ServerBusyError } from '@efi/plugin-kit';

/** Classes and codes of SQLSTATE that say nothing against the statement: connection, resources, shutdown, conflicts. */
const PASSING = /^(08|53|57P0|40001$|40P01$|55P03$)/;

/**
 * Errors of sockets, of pg's pool and of TypeORM, which have no SQLSTATE. A query runner whose connection is lost between two
 * statements is released, and that is all that the next statement is told.
 */
const UNCONNECTED =
    /ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|Connection terminated|timeout exceeded|not queryable|already released/;

/** Whether the database failed in a way that has nothing to do with what was asked, so that it may work next time. */
export function isPassingFailure(error: unknown): boolean {
    if (!(error instanceof Error)) {
        return false;
    }
    if (error instanceof ServerBusyError) {
        return true;
    }
    const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
    return (
        (typeof code === 'string' && (PASSING.test(code) || UNCONNECTED.test(code))) ||
        UNCONNECTED.test(error.message) ||
        isPassingFailure(driverError) ||
        isPassingFailure(error.cause)
    );
}
