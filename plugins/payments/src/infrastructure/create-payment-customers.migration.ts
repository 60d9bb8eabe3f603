import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers as providers know them, for saved means of payment. */
export class CreatePaymentCustomers1795400200000 implements MigrationInterface {
    readonly name = 'CreatePaymentCustomers1795400200000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_payment_customer (
                gateway character varying NOT NULL,
                "customerId" integer NOT NULL,
                "idempotencyKey" uuid NOT NULL,
                "providerCustomer" character varying,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                CONSTRAINT pk_efi_payment_customer PRIMARY KEY (gateway, "customerId")
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_payment_customer');
    }
}
