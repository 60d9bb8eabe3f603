import type { ID } from '@vendure/core';
import { Entity, PrimaryColumn } from 'typeorm';

/** A code that gets its owner in without the app, once: its row goes when it is used. */
@Entity('efi_auth_recovery_code')
export class EfiAuthRecoveryCode {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_auth_recovery_code' })
    userId!: ID;

    /** HMAC-SHA-256 with a key of the installation, as hex. */
    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_auth_recovery_code' })
    codeHash!: string;
}
