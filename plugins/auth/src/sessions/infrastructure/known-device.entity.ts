import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A device that an account was signed in with before. */
@Entity('efi_auth_known_device')
export class EfiAuthKnownDevice {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_auth_known_device' })
    userId!: ID;

    /** SHA-256 of the account, the device's name and its network: they can't be read from it. */
    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_auth_known_device' })
    deviceHash!: string;

    @Column({ type: 'timestamp with time zone' })
    lastSeenAt!: Date;
}
