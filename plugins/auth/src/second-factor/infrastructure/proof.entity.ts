import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a session last showed a second factor. Goes with the session. */
@Entity('efi_auth_second_factor_proof')
export class EfiAuthSecondFactorProof {
    @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_efi_auth_second_factor_proof' })
    sessionId!: ID;

    @Column({ type: 'timestamp with time zone' })
    provenAt!: Date;
}
