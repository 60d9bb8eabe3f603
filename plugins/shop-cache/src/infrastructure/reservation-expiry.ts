import type { ScheduledChanges } from '@efi/plugin-kit';
import type { DataSource } from 'typeorm';
import { reservationTable } from '../domain/watched-tables';

/** Of `@efi/order-integrity-plugin`: what is reserved is free again when its time is over, and nobody writes that down. */
export function reservationExpiry(dataSource: DataSource): ScheduledChanges {
    const { table } = reservationTable;
    return {
        tables: [table],
        nextAfter: async since => {
            // By how much, and not when: the clocks of the two machines may differ.
            const age = Date.now() - since.getTime();
            const [row] = await dataSource.query<Array<{ inMs: number | null }>>(
                `SELECT extract(epoch FROM min("expiresAt") - clock_timestamp())::float8 * 1000 AS "inMs"
                   FROM ${table} WHERE "expiresAt" > clock_timestamp() - $1 * interval '1 millisecond'`,
                [age + 1_000],
            );
            return row?.inMs == null ? undefined : new Date(Date.now() + row.inMs);
        },
    };
}
