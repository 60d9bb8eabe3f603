import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Audience } from '../../domain/audience';

/** One sign-in by token: its present refresh token, and the session of Vendure that it lives and dies with. */
@Entity('efi_auth_token_family')
export class EfiAuthTokenFamily {
    /** `sid` of the access tokens. */
    @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_efi_auth_token_family' })
    id!: string;

    /** Goes, and the family goes with it: by a foreign key. */
    @Index('ux_efi_auth_token_family_session', { unique: true })
    @EntityId()
    sessionId!: ID;

    @Column({ type: 'varchar' })
    audience!: Audience;

    /** SHA-256 of the refresh token that is good, as hex. */
    @Column({ type: 'varchar' })
    currentHash!: string;

    /** Of the one before it. */
    @Column({ type: 'varchar', nullable: true })
    previousHash!: string | null;

    /** When the present refresh token was made. */
    @Column({ type: 'timestamp with time zone' })
    refreshedAt!: Date;
}
