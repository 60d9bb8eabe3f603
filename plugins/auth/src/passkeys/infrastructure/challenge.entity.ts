import type { ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A challenge that a server has given out, and that an authenticator may answer once. */
@Entity('efi_auth_passkey_challenge')
export class EfiAuthPasskeyChallenge {
    /** SHA-256. */
    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_auth_passkey_challenge' })
    challengeHash!: string;

    /** Of which API and for what. */
    @Column({ type: 'varchar' })
    purpose!: string;

    /** Who makes a passkey; nobody is known yet who signs in. */
    @Column({ type: 'integer', nullable: true })
    userId!: ID | null;

    @Index('ix_efi_auth_passkey_challenge_expiry')
    @Column({ type: 'timestamp with time zone' })
    expiresAt!: Date;
}
