import type { ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in that a provider has vouched for, and that the page which began it may take once. */
@Entity('efi_auth_sign_in_code')
export class EfiAuthSignInCode {
    /** SHA-256. */
    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_auth_sign_in_code' })
    codeHash!: string;

    /** SHA-256 of what the page keeps, in base64url. */
    @Column({ type: 'varchar' })
    challenge!: string;

    /** Of which API. */
    @Column({ type: 'varchar' })
    audience!: string;

    @Column({ type: 'integer' })
    userId!: ID;

    /** Whether the provider has asked for a second factor, in words that are trusted. */
    @Column({ type: 'boolean' })
    isStrong!: boolean;

    @Index('ix_efi_auth_sign_in_code_expiry')
    @Column({ type: 'timestamp with time zone' })
    expiresAt!: Date;
}
