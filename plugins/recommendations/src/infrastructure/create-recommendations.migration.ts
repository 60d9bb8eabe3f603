import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Recommendations1795578000000 implements MigrationInterface {
    readonly name = 'Recommendations1795578000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        for (const statement of statements) {
            await queryRunner.query(statement);
        }
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(
            `DROP TABLE efi_recommendation_list, efi_recommendation_count, efi_recommendation_experiment,
                        efi_recommendation_hidden, efi_recommendation_choice, efi_recommendation_key,
                        efi_recommendation_rule, efi_recommendation_model_part, efi_recommendation_model`,
        );
    }
}

const statements = [
    `CREATE TABLE efi_recommendation_model (
        id serial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        state character varying NOT NULL,
        card jsonb NOT NULL,
        reason character varying NOT NULL,
        "decidedBy" character varying,
        "decidedAt" timestamp with time zone NOT NULL,
        CONSTRAINT pk_efi_recommendation_model PRIMARY KEY (id)
    )`,
    `CREATE UNIQUE INDEX ux_efi_recommendation_model_in_place ON efi_recommendation_model (state)
      WHERE state = 'IN_PLACE'`,
    `CREATE TABLE efi_recommendation_model_part (
        "modelId" integer NOT NULL,
        name character varying NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_efi_recommendation_model_part PRIMARY KEY ("modelId", name),
        CONSTRAINT fk_efi_recommendation_model_part_model
            FOREIGN KEY ("modelId") REFERENCES efi_recommendation_model (id) ON DELETE CASCADE
    )`,

    `CREATE TABLE efi_recommendation_rule (
        id serial NOT NULL,
        "createdAt" timestamp with time zone NOT NULL DEFAULT now(),
        "updatedAt" timestamp with time zone NOT NULL DEFAULT now(),
        "channelId" integer NOT NULL,
        action character varying NOT NULL,
        target character varying NOT NULL,
        "targetId" integer NOT NULL,
        placement character varying,
        amount double precision NOT NULL,
        "startsAt" timestamp with time zone,
        "endsAt" timestamp with time zone,
        enabled boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_efi_recommendation_rule PRIMARY KEY (id)
    )`,
    `CREATE INDEX ix_efi_recommendation_rule_channel ON efi_recommendation_rule ("channelId")`,

    // Signs what goes out to browsers and comes back. Made here, so that all servers have the same.
    `CREATE TABLE efi_recommendation_key (
        key character varying NOT NULL,
        CONSTRAINT pk_efi_recommendation_key PRIMARY KEY (key)
    )`,
    `INSERT INTO efi_recommendation_key (key) VALUES (gen_random_uuid()::text || gen_random_uuid()::text)`,

    `CREATE TABLE efi_recommendation_choice (
        "customerId" integer NOT NULL,
        personal boolean NOT NULL,
        "changedAt" timestamp with time zone NOT NULL DEFAULT now(),
        CONSTRAINT pk_efi_recommendation_choice PRIMARY KEY ("customerId"),
        CONSTRAINT fk_efi_recommendation_choice_customer
            FOREIGN KEY ("customerId") REFERENCES customer (id) ON DELETE CASCADE
    )`,
    `CREATE TABLE efi_recommendation_hidden (
        "customerId" integer NOT NULL,
        "productId" integer NOT NULL,
        "hiddenAt" timestamp with time zone NOT NULL DEFAULT now(),
        CONSTRAINT pk_efi_recommendation_hidden PRIMARY KEY ("customerId", "productId"),
        CONSTRAINT fk_efi_recommendation_hidden_customer
            FOREIGN KEY ("customerId") REFERENCES customer (id) ON DELETE CASCADE,
        CONSTRAINT fk_efi_recommendation_hidden_product
            FOREIGN KEY ("productId") REFERENCES product (id) ON DELETE CASCADE
    )`,
    `CREATE INDEX ix_efi_recommendation_hidden_product ON efi_recommendation_hidden ("productId")`,

    `CREATE TABLE efi_recommendation_experiment (
        id serial NOT NULL,
        placement character varying,
        "challengerId" integer,
        share double precision NOT NULL,
        "startedAt" timestamp with time zone NOT NULL DEFAULT now(),
        "startedBy" character varying NOT NULL,
        "endedAt" timestamp with time zone,
        CONSTRAINT pk_efi_recommendation_experiment PRIMARY KEY (id),
        CONSTRAINT ck_efi_recommendation_experiment_share CHECK (share > 0 AND share < 1),
        CONSTRAINT fk_efi_recommendation_experiment_challenger
            FOREIGN KEY ("challengerId") REFERENCES efi_recommendation_model (id)
    )`,
    // One at a time: two at once could not be told apart.
    `CREATE UNIQUE INDEX ux_efi_recommendation_experiment_running ON efi_recommendation_experiment ((true))
      WHERE "endedAt" IS NULL`,

    // One row for a list that was shown to somebody who agreed to be counted, under the visit's pseudonym.
    `CREATE TABLE efi_recommendation_list (
        id character varying(24) NOT NULL,
        session character varying NOT NULL,
        "channelId" integer NOT NULL,
        placement character varying NOT NULL,
        "modelId" integer NOT NULL,
        "experimentId" integer,
        arm character varying,
        "shownAt" timestamp with time zone NOT NULL,
        clicked integer[] NOT NULL DEFAULT '{}',
        "inCart" integer[] NOT NULL DEFAULT '{}',
        bought integer[] NOT NULL DEFAULT '{}',
        CONSTRAINT pk_efi_recommendation_list PRIMARY KEY (id)
    )`,
    `CREATE INDEX ix_efi_recommendation_list_shown ON efi_recommendation_list ("shownAt")`,
    `CREATE INDEX ix_efi_recommendation_list_clicked ON efi_recommendation_list (session, "shownAt")
      WHERE clicked <> '{}'`,

    // Of everybody else: how often, and nothing about whom.
    `CREATE TABLE efi_recommendation_count (
        day date NOT NULL,
        "channelId" integer NOT NULL,
        placement character varying NOT NULL,
        "modelId" integer NOT NULL,
        shown integer NOT NULL DEFAULT 0,
        clicked integer NOT NULL DEFAULT 0,
        CONSTRAINT pk_efi_recommendation_count PRIMARY KEY (day, "channelId", placement, "modelId")
    )`,
];
