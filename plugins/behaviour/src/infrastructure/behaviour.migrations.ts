import type { MigrationClass } from '@efi/plugin-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateBehaviour1795577370356 implements MigrationInterface {
    readonly name = 'CreateBehaviour1795577370356';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_behaviour_event (
                id bigserial NOT NULL,
                at timestamp with time zone NOT NULL,
                "channelId" integer NOT NULL,
                type character varying NOT NULL,
                session character varying,
                "customerId" integer,
                "productId" integer,
                "productVariantId" integer,
                quantity integer,
                term character varying,
                "resultCount" integer,
                "recommendationId" character varying,
                CONSTRAINT pk_efi_behaviour_event PRIMARY KEY (id)
            )`);
        await queryRunner.query('CREATE INDEX ix_efi_behaviour_event_at ON efi_behaviour_event (at)');
        await queryRunner.query(
            'CREATE INDEX ix_efi_behaviour_event_session ON efi_behaviour_event (session)',
        );
        await queryRunner.query(`
            CREATE INDEX ix_efi_behaviour_event_customer ON efi_behaviour_event ("customerId")
             WHERE "customerId" IS NOT NULL`);
        await queryRunner.query(`
            CREATE TABLE efi_behaviour_count (
                day date NOT NULL,
                "channelId" integer NOT NULL,
                type character varying NOT NULL,
                consented boolean NOT NULL,
                count integer NOT NULL,
                CONSTRAINT pk_efi_behaviour_count PRIMARY KEY (day, "channelId", type, consented)
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_behaviour_consent (
                "customerId" integer NOT NULL,
                personalisation boolean NOT NULL,
                "decidedAt" timestamp with time zone NOT NULL,
                CONSTRAINT pk_efi_behaviour_consent PRIMARY KEY ("customerId")
            )`);
        await queryRunner.query(`
            CREATE TABLE efi_behaviour_key (
                period integer NOT NULL,
                secret character varying NOT NULL,
                CONSTRAINT pk_efi_behaviour_key PRIMARY KEY (period)
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            'DROP TABLE efi_behaviour_event, efi_behaviour_count, efi_behaviour_consent, efi_behaviour_key',
        );
    }
}

/** The plugin's schema, in order. */
export const behaviourMigrations: MigrationClass[] = [CreateBehaviour1795577370356];
