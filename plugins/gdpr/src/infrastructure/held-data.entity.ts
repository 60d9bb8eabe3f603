import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an erasure has left of one part for one legal hold: sealed, under the key of the hold. */
@Entity('efi_gdpr_held')
export class EfiGdprHeld {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_gdpr_held' })
    holdId!: number;

    /** Of the registry. */
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_held' })
    part!: string;

    /** JWE of the rows as JSON. */
    @Column('text')
    content!: string;
}
