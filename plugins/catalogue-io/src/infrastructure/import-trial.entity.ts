import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A product that a dry run would have written, until the run ends: nothing else of it is in the shop. */
@Entity('efi_catalogue_trial')
export class EfiCatalogueTrial {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_catalogue_trial' })
    runId!: number;

    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_catalogue_trial' })
    line!: number;

    /** Hashes of its slug and its SKUs. */
    @Column('text', { array: true })
    keys!: string[];

    /** As it was read from the file, in JSON. */
    @Column('text')
    product!: string;
}
