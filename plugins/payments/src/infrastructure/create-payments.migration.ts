import { revokeChanges } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Intents, operations and the ledger. No foreign key leads to Vendure's tables: writing a row would wait for the
 * lock that the paying order's own transaction holds, on another connection, where PostgreSQL sees no deadlock.
 */
export class CreatePayments1795400000000 implements MigrationInterface {
    readonly name = 'CreatePayments1795400000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_payment_intent (
                id uuid NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
                "orderId" integer NOT NULL,
                "orderCode" character varying NOT NULL,
                "channelId" integer NOT NULL,
                "methodCode" character varying NOT NULL,
                gateway character varying NOT NULL,
                amount integer NOT NULL,
                currency character varying(3) NOT NULL,
                "captureMode" character varying NOT NULL,
                "languageCode" character varying NOT NULL,
                state character varying NOT NULL,
                "providerReference" character varying,
                action jsonb,
                "failureCode" character varying,
                "failureMessage" character varying,
                "quarantineReason" character varying,
                "untoldReturn" character varying,
                "paymentId" integer,
                card jsonb,
                attempts integer NOT NULL DEFAULT 0,
                "nextStepAt" timestamp with time zone,
                "leaseUntil" timestamp with time zone,
                "leaseNumber" integer NOT NULL DEFAULT 0,
                failures integer NOT NULL DEFAULT 0,
                CONSTRAINT pk_efi_payment_intent PRIMARY KEY (id),
                CONSTRAINT ck_efi_payment_intent_amount CHECK (amount > 0)
            )`);
        await queryRunner.query(`
            CREATE UNIQUE INDEX ux_efi_payment_intent_open ON efi_payment_intent ("orderId")
             WHERE state IN ('processing', 'action-required', 'pending', 'authorised')`);
        await queryRunner.query(`
            CREATE UNIQUE INDEX ux_efi_payment_intent_reference
                ON efi_payment_intent (gateway, "providerReference")`);
        await queryRunner.query(`CREATE INDEX ix_efi_payment_intent_order ON efi_payment_intent ("orderId")`);
        await queryRunner.query(
            `CREATE INDEX ix_efi_payment_intent_payment ON efi_payment_intent ("paymentId")`,
        );
        await queryRunner.query(`
            CREATE INDEX ix_efi_payment_intent_next_step ON efi_payment_intent ("nextStepAt")
             WHERE "nextStepAt" IS NOT NULL`);

        await queryRunner.query(`
            CREATE TABLE efi_payment_operation (
                id uuid NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
                "intentId" uuid NOT NULL,
                kind character varying NOT NULL,
                amount integer NOT NULL,
                final boolean NOT NULL DEFAULT true,
                "idempotencyKey" character varying NOT NULL,
                state character varying NOT NULL,
                "providerReference" character varying,
                error character varying,
                attempts integer NOT NULL DEFAULT 0,
                "claimedAt" timestamp with time zone,
                CONSTRAINT pk_efi_payment_operation PRIMARY KEY (id),
                CONSTRAINT ux_efi_payment_operation_key UNIQUE ("idempotencyKey"),
                CONSTRAINT ck_efi_payment_operation_amount CHECK (amount > 0),
                CONSTRAINT fk_efi_payment_operation_intent
                    FOREIGN KEY ("intentId") REFERENCES efi_payment_intent (id)
            )`);
        await queryRunner.query(
            `CREATE INDEX ix_efi_payment_operation_intent ON efi_payment_operation ("intentId")`,
        );

        await queryRunner.query(`
            CREATE TABLE efi_payment_ledger (
                id bigserial NOT NULL,
                "intentId" uuid NOT NULL,
                gateway character varying NOT NULL,
                kind character varying NOT NULL,
                amount integer NOT NULL,
                currency character varying(3) NOT NULL,
                "providerReference" character varying NOT NULL,
                "occurredAt" timestamp with time zone NOT NULL,
                "recordedAt" timestamp with time zone NOT NULL DEFAULT now(),
                source character varying NOT NULL,
                CONSTRAINT pk_efi_payment_ledger PRIMARY KEY (id),
                CONSTRAINT ux_efi_payment_ledger_movement UNIQUE (gateway, kind, "providerReference"),
                CONSTRAINT ck_efi_payment_ledger_amount CHECK (amount > 0),
                CONSTRAINT fk_efi_payment_ledger_intent
                    FOREIGN KEY ("intentId") REFERENCES efi_payment_intent (id)
            )`);
        await queryRunner.query(
            `CREATE INDEX ix_efi_payment_ledger_intent ON efi_payment_ledger ("intentId")`,
        );
        await queryRunner.query(
            `CREATE INDEX ix_efi_payment_ledger_occurred ON efi_payment_ledger (gateway, "occurredAt")`,
        );
        await queryRunner.query(`
            CREATE FUNCTION efi_payment_ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'efi_payment_ledger is append-only: book a correction as a new entry.'
                    USING ERRCODE = 'restrict_violation';
            END $$`);
        await queryRunner.query(`
            CREATE TRIGGER efi_payment_ledger_append_only
                BEFORE UPDATE OR DELETE OR TRUNCATE ON efi_payment_ledger
                FOR EACH STATEMENT EXECUTE FUNCTION efi_payment_ledger_append_only()`);
        await revokeChanges(queryRunner, 'efi_payment_ledger');
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_payment_ledger');
        await queryRunner.query('DROP FUNCTION efi_payment_ledger_append_only()');
        await queryRunner.query('DROP TABLE efi_payment_operation');
        await queryRunner.query('DROP TABLE efi_payment_intent');
    }
}
