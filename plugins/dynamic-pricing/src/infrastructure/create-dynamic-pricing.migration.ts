import { revokeChanges } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Never changes once it is published: databases remember that they ran it. Add another one instead. */
export class DynamicPricing1795780556940 implements MigrationInterface {
    readonly name = 'DynamicPricing1795780556940';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of UP) {
            await queryRunner.query(statement);
        }
        await revokeChanges(queryRunner, 'efi_pricing_audit');
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        for (const table of TABLES) {
            await queryRunner.query(`DROP TABLE ${table}`);
        }
        // The prices that the engine made go with it: a shop without it sells at its list prices.
        await queryRunner.query(`
            UPDATE product_variant_price SET price = ("customFieldsEfioffer"->>'list')::int
             WHERE "customFieldsEfioffer" IS NOT NULL AND price = ("customFieldsEfioffer"->>'price')::int`);
        await queryRunner.query('ALTER TABLE product_variant_price DROP COLUMN "customFieldsEfioffer"');
    }
}

const TABLES = [
    'efi_pricing_rule',
    'efi_pricing_settings',
    'efi_pricing_variant_guard',
    'efi_variant_cost',
    'efi_competitor_price',
    'efi_competitor_feed',
    'efi_group_price',
    'efi_pricing_run',
    'efi_price_decision',
    'efi_price_freeze',
    'efi_pricing_audit',
];

const PER_PRICE = '"variantId" integer NOT NULL, "channelId" integer NOT NULL, "currencyCode" text NOT NULL';

const UP = [
    `CREATE TABLE efi_pricing_rule (
        id serial NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now(),
        "channelId" integer NOT NULL,
        name text NOT NULL,
        enabled boolean NOT NULL DEFAULT true,
        priority integer NOT NULL,
        "startsAt" timestamptz,
        "endsAt" timestamptz,
        scope jsonb NOT NULL,
        effect jsonb NOT NULL,
        "mayLower" boolean NOT NULL,
        "mayRaise" boolean NOT NULL,
        combines boolean NOT NULL,
        CONSTRAINT pk_efi_pricing_rule PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_pricing_rule_channel ON efi_pricing_rule ("channelId")',
    `CREATE TABLE efi_pricing_settings (
        "channelId" integer NOT NULL,
        "currencyCode" text NOT NULL,
        "updatedAt" timestamptz NOT NULL DEFAULT now(),
        mode text NOT NULL,
        "isStopped" boolean NOT NULL DEFAULT false,
        guards jsonb NOT NULL,
        CONSTRAINT pk_efi_pricing_settings PRIMARY KEY ("channelId", "currencyCode")
    )`,
    `CREATE TABLE efi_pricing_variant_guard (
        id serial NOT NULL, ${PER_PRICE},
        floor integer,
        ceiling integer,
        "manufacturerPrice" integer,
        "isLocked" boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_efi_pricing_variant_guard PRIMARY KEY (id)
    )`,
    `CREATE UNIQUE INDEX ux_efi_pricing_variant_guard
        ON efi_pricing_variant_guard ("variantId", "channelId", "currencyCode")`,
    `CREATE TABLE efi_variant_cost (
        id serial NOT NULL,
        "variantId" integer NOT NULL,
        "currencyCode" text NOT NULL,
        cost integer NOT NULL,
        "updatedAt" timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_efi_variant_cost PRIMARY KEY (id)
    )`,
    'CREATE UNIQUE INDEX ux_efi_variant_cost ON efi_variant_cost ("variantId", "currencyCode")',
    `CREATE TABLE efi_competitor_price (
        id serial NOT NULL, ${PER_PRICE},
        competitor text NOT NULL,
        price integer NOT NULL,
        "observedAt" timestamptz NOT NULL,
        CONSTRAINT pk_efi_competitor_price PRIMARY KEY (id)
    )`,
    `CREATE UNIQUE INDEX ux_efi_competitor_price
        ON efi_competitor_price ("variantId", "channelId", "currencyCode", competitor)`,
    `CREATE TABLE efi_competitor_feed (
        id serial NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "channelId" integer NOT NULL,
        name text NOT NULL,
        url text NOT NULL,
        "currencyCode" text NOT NULL,
        competitor text,
        enabled boolean NOT NULL DEFAULT true,
        "lastTriedAt" timestamptz,
        "lastGoodAt" timestamptz,
        "lastGoodRows" integer NOT NULL DEFAULT 0,
        "lastProblem" text,
        "rejectedRows" jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT pk_efi_competitor_feed PRIMARY KEY (id)
    )`,
    `CREATE TABLE efi_group_price (
        id serial NOT NULL, ${PER_PRICE},
        "customerGroupId" integer NOT NULL,
        "ruleId" integer NOT NULL,
        price integer NOT NULL,
        declaration text NOT NULL,
        "startsAt" timestamptz,
        "endsAt" timestamptz,
        CONSTRAINT pk_efi_group_price PRIMARY KEY (id)
    )`,
    `CREATE UNIQUE INDEX ux_efi_group_price
        ON efi_group_price ("variantId", "channelId", "currencyCode", "customerGroupId")`,
    `CREATE TABLE efi_pricing_run (
        id serial NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "channelId" integer NOT NULL,
        "currencyCode" text NOT NULL,
        mode text NOT NULL,
        state text NOT NULL DEFAULT 'pending',
        "startedBy" text NOT NULL,
        "endedAt" timestamptz,
        "isCancelRequested" boolean NOT NULL DEFAULT false,
        "totalVariants" integer NOT NULL DEFAULT 0,
        "doneVariants" integer NOT NULL DEFAULT 0,
        "changedPrices" integer NOT NULL DEFAULT 0,
        "heldPrices" integer NOT NULL DEFAULT 0,
        error text,
        CONSTRAINT pk_efi_pricing_run PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_pricing_run_channel ON efi_pricing_run ("channelId", "createdAt")',
    `CREATE TABLE efi_price_decision (
        id bigserial NOT NULL,
        "runId" integer NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(), ${PER_PRICE},
        state text NOT NULL,
        "previousPrice" integer NOT NULL,
        "listPrice" integer NOT NULL,
        price integer NOT NULL,
        "validFrom" timestamptz NOT NULL,
        "validUntil" timestamptz NOT NULL,
        "isSale" boolean NOT NULL,
        "appliedAt" timestamptz,
        "decidedBy" text,
        trace jsonb NOT NULL,
        CONSTRAINT pk_efi_price_decision PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_price_decision_run ON efi_price_decision ("runId", id)',
    `CREATE INDEX ix_efi_price_decision_variant
        ON efi_price_decision ("variantId", "channelId", "currencyCode", id)`,
    'CREATE INDEX ix_efi_price_decision_state ON efi_price_decision ("channelId", state)',
    `CREATE TABLE efi_price_freeze (
        "orderId" integer NOT NULL,
        "currencyCode" text NOT NULL,
        "decidedAt" timestamptz NOT NULL,
        prices jsonb NOT NULL,
        CONSTRAINT pk_efi_price_freeze PRIMARY KEY ("orderId")
    )`,
    `CREATE TABLE efi_pricing_audit (
        id bigserial NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        "channelId" integer NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        details jsonb NOT NULL,
        CONSTRAINT pk_efi_pricing_audit PRIMARY KEY (id)
    )`,
    'CREATE INDEX ix_efi_pricing_audit_channel ON efi_pricing_audit ("channelId", id)',
    // A database whose schema Vendure synchronises has it from the custom field already.
    'ALTER TABLE product_variant_price ADD COLUMN IF NOT EXISTS "customFieldsEfioffer" jsonb',
    // For the clock, which asks every second whose time has come.
    `CREATE INDEX ix_efi_price_offer_until
        ON product_variant_price ((("customFieldsEfioffer"->>'until')::bigint))
        WHERE "customFieldsEfioffer" IS NOT NULL`,
    `CREATE INDEX ix_efi_price_sale_from
        ON product_variant_price ((("customFieldsEfioffer"->>'from')::bigint))
        WHERE ("customFieldsEfioffer"->>'isSale') = 'true'`,
];
