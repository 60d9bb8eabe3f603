import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMachineKeys1795836000000 implements MigrationInterface {
    readonly name = 'CreateMachineKeys1795836000000';

    async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(`
            CREATE TABLE efi_auth_machine_key (
                id uuid NOT NULL,
                "createdAt" timestamp with time zone NOT NULL,
                name character varying NOT NULL,
                "keyHash" character varying NOT NULL,
                scopes jsonb NOT NULL,
                "channelId" integer NOT NULL,
                "userId" integer NOT NULL,
                "creatorId" integer NOT NULL,
                "expiresAt" timestamp with time zone,
                "lastUsedAt" timestamp with time zone,
                "revokedAt" timestamp with time zone,
                CONSTRAINT pk_efi_auth_machine_key PRIMARY KEY (id),
                CONSTRAINT fk_efi_auth_machine_key_channel FOREIGN KEY ("channelId")
                    REFERENCES channel(id) ON DELETE CASCADE
            )`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('DROP TABLE efi_auth_machine_key');
    }
}
