import type { BehaviourActType } from '@efi/plugin-kit';
import type { ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many acts of a kind a day had. All that is kept of an act without consent. */
@Entity('efi_behaviour_count')
export class BehaviourCount {
    /** In UTC, such as `2026-03-01`. */
    @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_efi_behaviour_count' })
    day!: string;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_behaviour_count' })
    channelId!: ID;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_behaviour_count' })
    type!: BehaviourActType;

    /** Whether the shopper agreed to have more kept than this count. */
    @PrimaryColumn('boolean', { primaryKeyConstraintName: 'pk_efi_behaviour_count' })
    consented!: boolean;

    @Column('integer')
    count!: number;
}
