import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When an account last did something for which it needed a permission. */
@Entity('efi_auth_permission_use')
export class EfiAuthPermissionUse {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_auth_permission_use' })
    userId!: ID;

    @PrimaryColumn({ type: 'varchar', primaryKeyConstraintName: 'pk_efi_auth_permission_use' })
    permission!: string;

    /** To the hour. */
    @Column({ type: 'timestamp with time zone' })
    lastUsedAt!: Date;
}
