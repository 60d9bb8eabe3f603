import type { MigrationInterface, QueryRunner } from 'typeorm';
import { builtInRules } from './built-in-rules';

/** No foreign key leads to Vendure's tables: decisions are written while the order's own transaction may hold its row. */
export class CreateFraud1795780564765 implements MigrationInterface {
    readonly name = 'CreateFraud1795780564765';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_fraud_key (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                purpose character varying NOT NULL,
                secret character varying NOT NULL,
                CONSTRAINT pk_efi_fraud_key PRIMARY KEY (id)
            )`);
        await queryRunner.query(`
            INSERT INTO efi_fraud_key (purpose, secret)
            SELECT purpose, gen_random_uuid()::text || gen_random_uuid()::text
              FROM unnest(ARRAY['signals', 'lists']) purpose`);
        await queryRunner.query(`
            CREATE TABLE efi_fraud_velocity (
                key character varying NOT NULL,
                attempts timestamp with time zone[] NOT NULL,
                declines timestamp with time zone[] NOT NULL,
                "seenAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_fraud_velocity PRIMARY KEY (key)
            )`);
        await queryRunner.query(`CREATE INDEX ix_efi_fraud_velocity_seen ON efi_fraud_velocity ("seenAt")`);
        await queryRunner.query(`
            CREATE TABLE efi_fraud_rule (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                code character varying NOT NULL,
                version integer NOT NULL,
                name jsonb NOT NULL,
                expression text NOT NULL,
                points double precision NOT NULL,
                "atLeast" character varying,
                enabled boolean NOT NULL,
                "retiredAt" timestamp with time zone,
                "createdBy" character varying,
                CONSTRAINT pk_efi_fraud_rule PRIMARY KEY (id)
            )`);
        await queryRunner.query(
            'CREATE UNIQUE INDEX ux_efi_fraud_rule_version ON efi_fraud_rule (code, version)',
        );
        await queryRunner.query(
            'CREATE UNIQUE INDEX ux_efi_fraud_rule_current ON efi_fraud_rule (code) WHERE "retiredAt" IS NULL',
        );
        for (const { code, name, expression, points, atLeast } of builtInRules) {
            await queryRunner.query(
                `INSERT INTO efi_fraud_rule (code, version, name, expression, points, "atLeast", enabled)
                 VALUES ($1, 1, $2, $3, $4, $5, true)`,
                [code, JSON.stringify(name), expression, points, atLeast],
            );
        }
        await queryRunner.query(`
            CREATE TABLE efi_fraud_policy (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "channelId" integer NOT NULL,
                policy jsonb NOT NULL,
                "createdBy" character varying,
                CONSTRAINT pk_efi_fraud_policy PRIMARY KEY (id)
            )`);
        await queryRunner.query(
            'CREATE INDEX ix_efi_fraud_policy_channel ON efi_fraud_policy ("channelId", id)',
        );
        await queryRunner.query(`
            CREATE TABLE efi_fraud_list_entry (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "channelId" integer NOT NULL,
                kind character varying NOT NULL,
                key character varying NOT NULL,
                hint character varying NOT NULL,
                verdict character varying NOT NULL,
                note character varying NOT NULL,
                "expiresAt" timestamp with time zone,
                "createdBy" character varying,
                CONSTRAINT pk_efi_fraud_list_entry PRIMARY KEY (id)
            )`);
        await queryRunner.query(
            'CREATE UNIQUE INDEX ux_efi_fraud_list_entry_key ON efi_fraud_list_entry ("channelId", key)',
        );
        await queryRunner.query(`
            CREATE TABLE efi_fraud_model (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                state character varying NOT NULL,
                reason character varying NOT NULL,
                card jsonb NOT NULL,
                artefact jsonb,
                CONSTRAINT pk_efi_fraud_model PRIMARY KEY (id)
            )`);
        await queryRunner.query(`
            CREATE UNIQUE INDEX ux_efi_fraud_model_in_place ON efi_fraud_model (state) WHERE state = 'IN_PLACE'`);
        await this.createDecisions(queryRunner);
        await queryRunner.query(`
            CREATE TABLE efi_fraud_note (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "decisionId" integer NOT NULL,
                kind character varying NOT NULL,
                text text NOT NULL,
                author character varying NOT NULL,
                CONSTRAINT pk_efi_fraud_note PRIMARY KEY (id)
            )`);
        await queryRunner.query(`CREATE INDEX ix_efi_fraud_note_decision ON efi_fraud_note ("decisionId")`);
        await queryRunner.query(`
            ALTER TABLE efi_fraud_note ADD CONSTRAINT fk_efi_fraud_note_decision
                FOREIGN KEY ("decisionId") REFERENCES efi_fraud_decision(id) ON DELETE CASCADE`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            DROP TABLE efi_fraud_note, efi_fraud_decision, efi_fraud_model, efi_fraud_list_entry,
                 efi_fraud_policy, efi_fraud_rule, efi_fraud_velocity, efi_fraud_key`);
    }

    private async createDecisions(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_fraud_decision (
                id serial NOT NULL,
                "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
                "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
                "intentId" uuid NOT NULL,
                "channelId" integer NOT NULL,
                "orderId" integer NOT NULL,
                "orderCode" character varying NOT NULL,
                amount integer NOT NULL,
                currency character varying(3) NOT NULL,
                basis character varying NOT NULL,
                probability double precision,
                score integer,
                verdict character varying NOT NULL,
                applied character varying NOT NULL,
                factors jsonb NOT NULL,
                features jsonb NOT NULL,
                rules jsonb NOT NULL,
                fired jsonb NOT NULL,
                policy jsonb NOT NULL,
                listing character varying,
                "modelId" integer,
                keys jsonb NOT NULL,
                "customerKey" character varying,
                "emailKey" character varying,
                "addressKey" character varying,
                "deviceKey" character varying,
                "cardKey" character varying,
                "isCapturedAtOnce" boolean NOT NULL,
                "couponCodes" character varying[] NOT NULL,
                "billingCountry" character varying,
                "shippingCountry" character varying,
                "networkCountry" character varying,
                "cardCountry" character varying,
                outcome character varying,
                label character varying,
                "labelledBy" character varying,
                "reviewState" character varying,
                "reviewDueAt" timestamp with time zone,
                "acceptedOnceBy" character varying,
                "decidedBy" character varying,
                "decidedAt" timestamp with time zone,
                "appealedAt" timestamp with time zone,
                "appealDecidedAt" timestamp with time zone,
                CONSTRAINT pk_efi_fraud_decision PRIMARY KEY (id),
                CONSTRAINT ck_efi_fraud_decision_explained CHECK (jsonb_array_length(factors) > 0)
            )`);
        await queryRunner.query(
            'CREATE UNIQUE INDEX ux_efi_fraud_decision_intent ON efi_fraud_decision ("intentId")',
        );
        await queryRunner.query('CREATE INDEX ix_efi_fraud_decision_order ON efi_fraud_decision ("orderId")');
        await queryRunner.query(
            'CREATE INDEX ix_efi_fraud_decision_created ON efi_fraud_decision ("channelId", "createdAt")',
        );
        for (const name of ['customer', 'email', 'address', 'device', 'card']) {
            await queryRunner.query(
                `CREATE INDEX ix_efi_fraud_decision_${name} ON efi_fraud_decision ("${name}Key", "createdAt")`,
            );
        }
        await queryRunner.query(`
            CREATE INDEX ix_efi_fraud_decision_open ON efi_fraud_decision ("reviewDueAt")
             WHERE "reviewState" = 'open'`);
    }
}
