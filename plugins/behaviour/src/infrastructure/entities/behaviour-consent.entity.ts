import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a customer last decided. Without a row: nothing, so no. */
@Entity('efi_behaviour_consent')
export class BehaviourConsent {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_behaviour_consent' })
    customerId!: ID;

    @Column('boolean')
    personalisation!: boolean;

    @Column('timestamp with time zone')
    decidedAt!: Date;
}
