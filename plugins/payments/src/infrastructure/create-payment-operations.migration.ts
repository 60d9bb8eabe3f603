import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What running payments day by day needs: webhooks received, reconciliation, people's decisions, providers' health. */
export class CreatePaymentOperations1795400100000 implements MigrationInterface {
    readonly name = 'CreatePaymentOperations1795400100000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of UP) {
            await queryRunner.query(statement);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of [
            'efi_payment_gateway_health',
            'efi_payment_discrepancy',
            'efi_payment_reconciliation',
            'efi_payment_review',
            'efi_payment_webhook_event',
        ]) {
            await queryRunner.query(`DROP TABLE ${table}`);
        }
        await queryRunner.query('DROP INDEX ix_efi_payment_intent_quarantined');
        await queryRunner.query('DROP INDEX ix_efi_payment_intent_created');
    }
}

const UP = [
    // For the lists that people look at: the newest payments, and those that wait for a person.
    'CREATE INDEX ix_efi_payment_intent_created ON efi_payment_intent ("createdAt")',
    `CREATE INDEX ix_efi_payment_intent_quarantined ON efi_payment_intent ("createdAt")
        WHERE state = 'quarantined'`,

    `CREATE TABLE efi_payment_webhook_event (
        id bigserial NOT NULL,
        gateway character varying NOT NULL,
        "eventId" character varying NOT NULL,
        type character varying NOT NULL,
        "providerReference" character varying,
        "intentId" uuid,
        "receivedAt" timestamp with time zone NOT NULL DEFAULT now(),
        "processedAt" timestamp with time zone,
        deliveries integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_efi_payment_webhook_event PRIMARY KEY (id),
        CONSTRAINT ux_efi_payment_webhook_event UNIQUE (gateway, "eventId")
    )`,
    `CREATE INDEX ix_efi_payment_webhook_event_intent ON efi_payment_webhook_event ("intentId")`,
    `CREATE INDEX ix_efi_payment_webhook_event_received ON efi_payment_webhook_event ("receivedAt")`,

    `CREATE TABLE efi_payment_review (
        id bigserial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "intentId" uuid NOT NULL,
        "quarantineReason" character varying NOT NULL,
        resolution character varying NOT NULL,
        reason character varying NOT NULL,
        "userId" integer NOT NULL,
        "userIdentifier" character varying NOT NULL,
        CONSTRAINT pk_efi_payment_review PRIMARY KEY (id),
        CONSTRAINT fk_efi_payment_review_intent FOREIGN KEY ("intentId") REFERENCES efi_payment_intent (id)
    )`,
    `CREATE INDEX ix_efi_payment_review_intent ON efi_payment_review ("intentId")`,

    `CREATE TABLE efi_payment_reconciliation (
        id bigserial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
        gateway character varying NOT NULL,
        "periodFrom" timestamp with time zone NOT NULL,
        "periodTo" timestamp with time zone NOT NULL,
        state character varying NOT NULL,
        movements integer NOT NULL DEFAULT 0,
        repaired integer NOT NULL DEFAULT 0,
        discrepancies integer NOT NULL DEFAULT 0,
        error character varying,
        "finishedAt" timestamp with time zone,
        CONSTRAINT pk_efi_payment_reconciliation PRIMARY KEY (id)
    )`,
    `CREATE INDEX ix_efi_payment_reconciliation_gateway
        ON efi_payment_reconciliation (gateway, "periodTo")`,

    `CREATE TABLE efi_payment_discrepancy (
        id bigserial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
        "reconciliationId" bigint NOT NULL,
        gateway character varying NOT NULL,
        kind character varying NOT NULL,
        "movementKind" character varying NOT NULL,
        "providerReference" character varying NOT NULL,
        "paymentReference" character varying,
        "intentId" uuid,
        "amountThere" integer,
        "currencyThere" character varying(3),
        "amountHere" integer,
        "currencyHere" character varying(3),
        "occurredAt" timestamp with time zone NOT NULL,
        state character varying NOT NULL,
        "resolvedAt" timestamp with time zone,
        "resolvedBy" character varying,
        reason character varying,
        CONSTRAINT pk_efi_payment_discrepancy PRIMARY KEY (id),
        CONSTRAINT ux_efi_payment_discrepancy_movement UNIQUE (gateway, "movementKind", "providerReference"),
        CONSTRAINT fk_efi_payment_discrepancy_reconciliation
            FOREIGN KEY ("reconciliationId") REFERENCES efi_payment_reconciliation (id)
    )`,
    `CREATE INDEX ix_efi_payment_discrepancy_open ON efi_payment_discrepancy (gateway, "occurredAt")
        WHERE state = 'open'`,
    `CREATE INDEX ix_efi_payment_discrepancy_reconciliation ON efi_payment_discrepancy ("reconciliationId")`,

    `CREATE TABLE efi_payment_gateway_health (
        gateway character varying NOT NULL,
        instance uuid NOT NULL,
        circuit character varying NOT NULL,
        calls integer NOT NULL,
        failures integer NOT NULL,
        "averageMs" integer NOT NULL,
        "lastError" character varying,
        "lastErrorAt" timestamp with time zone,
        "seenAt" timestamp with time zone NOT NULL,
        CONSTRAINT pk_efi_payment_gateway_health PRIMARY KEY (gateway, instance)
    )`,
];
