import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PaymentCustomers } from '../application/ports/payment-customers.port';
import type { EfiPaymentCustomer } from './entities/payment-customer.entity';
import { IntentDatabase } from './intent-database';

type Row = Pick<EfiPaymentCustomer, 'idempotencyKey' | 'providerCustomer'>;

/** {@link PaymentCustomers} in PostgreSQL, on the payments' own connections. */
@Injectable()
export class SqlPaymentCustomers extends PaymentCustomers {
    constructor(private readonly database: IntentDatabase) {
        super();
    }

    async find(gateway: string, customerId: string): Promise<string | undefined> {
        const [row] = await this.database.query<Row>(
            `SELECT "providerCustomer" FROM efi_payment_customer WHERE gateway = $1 AND "customerId" = $2`,
            [gateway, customerId],
        );
        return row?.providerCustomer ?? undefined;
    }

    async prepare(
        gateway: string,
        customerId: string,
    ): Promise<{ readonly idempotencyKey: string; readonly providerCustomer?: string }> {
        // The update changes nothing: it makes the row that is there already come back.
        const [row] = await this.database.query<Row>(
            `INSERT INTO efi_payment_customer AS c (gateway, "customerId", "idempotencyKey") VALUES ($1, $2, $3)
             ON CONFLICT (gateway, "customerId") DO UPDATE SET "idempotencyKey" = c."idempotencyKey"
             RETURNING "idempotencyKey", "providerCustomer"`,
            [gateway, customerId, randomUUID()],
        );
        if (!row) {
            throw new Error(`Customer ${customerId} was not stored for ${gateway}.`);
        }
        return {
            idempotencyKey: row.idempotencyKey,
            providerCustomer: row.providerCustomer ?? undefined,
        };
    }

    async remember(gateway: string, customerId: string, providerCustomer: string): Promise<void> {
        await this.database.query(
            `UPDATE efi_payment_customer SET "providerCustomer" = $3 WHERE gateway = $1 AND "customerId" = $2`,
            [gateway, customerId, providerCustomer],
        );
    }
}
