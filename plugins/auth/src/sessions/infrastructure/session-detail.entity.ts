import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeviceKind } from './device-of';

/** Where a session of Vendure began, in the words its owner gets to see. Goes with the session. */
@Entity('efi_auth_session_detail')
export class EfiAuthSessionDetail {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_auth_session_detail' })
    sessionId!: ID;

    @Column({ type: 'varchar', nullable: true })
    browser!: string | null;

    @Column({ type: 'varchar', nullable: true })
    system!: string | null;

    @Column({ type: 'varchar' })
    kind!: DeviceKind;

    /** Without its last part. */
    @Column({ type: 'varchar', nullable: true })
    address!: string | null;

    /** To a few minutes. */
    @Column({ type: 'timestamp with time zone' })
    lastUsedAt!: Date;
}
