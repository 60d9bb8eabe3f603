import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the authenticator app of an account shares with the server. */
@Entity('efi_auth_second_factor')
export class EfiAuthSecondFactor {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_auth_second_factor' })
    userId!: ID;

    /** Sealed with the secret of the installation, for this account. */
    @Column({ type: 'text' })
    sealedSecret!: string;

    /** When the owner showed that the app works. Before that it is asked for nowhere. */
    @Column({ type: 'timestamp with time zone', nullable: true })
    confirmedAt!: Date | null;

    /** The 30 seconds of the last code that was used: that code and older ones are used up. */
    @Column({ type: 'integer', default: 0 })
    lastStep!: number;
}
