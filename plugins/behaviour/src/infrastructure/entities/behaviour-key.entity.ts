import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret of the pseudonyms of a period. Destroyed when it is no longer needed. */
@Entity('efi_behaviour_key')
export class BehaviourKey {
    /** Periods since the epoch. */
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_behaviour_key' })
    period!: number;

    /** 32 random bytes in base64. */
    @Column('varchar')
    secret!: string;
}
