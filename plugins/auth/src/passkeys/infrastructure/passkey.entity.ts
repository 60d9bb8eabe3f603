import type { ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** PostgreSQL's driver hands out `bigint` as text; a counter has 32 bits. */
const asNumber = { to: (value: number) => value, from: Number };

/** The public half of a passkey. */
@Entity('efi_auth_passkey')
export class EfiAuthPasskey {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_auth_passkey' })
    id!: ID;

    @Index('ix_efi_auth_passkey_user')
    @Column({ type: 'integer' })
    userId!: ID;

    /** By which authenticators name it, in base64url. */
    @Index('ux_efi_auth_passkey_credential', { unique: true })
    @Column({ type: 'varchar' })
    credentialId!: string;

    /** In COSE. */
    @Column({ type: 'bytea' })
    publicKey!: Buffer;

    /** How often the authenticator has signed; 0 for ever with those that do not count. */
    @Column({ type: 'bigint', transformer: asNumber })
    counter!: number;

    /** How browsers reach the authenticator, as a hint to them. */
    @Column({ type: 'varchar', array: true })
    transports!: string[];

    /** Whether a cloud keeps it, so that a lost device does not lose it. */
    @Column({ type: 'boolean' })
    isBackedUp!: boolean;

    @Column({ type: 'varchar' })
    name!: string;

    @Column({ type: 'timestamp with time zone' })
    createdAt!: Date;

    @Column({ type: 'timestamp with time zone', nullable: true })
    lastUsedAt!: Date | null;
}
