import { EntityId, type ID, type Permission } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key with which a program signs in at each request. Of the key itself only a hash is kept. */
@Entity('efi_auth_machine_key')
export class EfiMachineKey {
    /** Also the part of the key that finds it. */
    @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_efi_auth_machine_key' })
    id!: string;

    @Column({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column({ type: 'varchar' })
    name!: string;

    /** SHA-256 of the whole key, as hex. */
    @Column({ type: 'varchar' })
    keyHash!: string;

    @Column({ type: 'jsonb' })
    scopes!: Permission[];

    /** The only channel in which it works. */
    @EntityId()
    channelId!: ID;

    /** The account that the key acts as. It has no roles, and no way to sign in. */
    @EntityId()
    userId!: ID;

    /** Whose permissions bound those of the key. */
    @EntityId()
    creatorId!: ID;

    @Column({ type: 'timestamp with time zone', nullable: true })
    expiresAt!: Date | null;

    /** To the minute. */
    @Column({ type: 'timestamp with time zone', nullable: true })
    lastUsedAt!: Date | null;

    @Column({ type: 'timestamp with time zone', nullable: true })
    revokedAt!: Date | null;
}
