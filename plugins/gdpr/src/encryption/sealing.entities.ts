import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key that seals nothing any more in the database, and in backups perhaps. A trigger writes them. */
@Entity('efi_gdpr_spent_key')
@Index('ix_efi_gdpr_spent_key_owner', ['kind', 'ownerId'])
export class EfiGdprSpentKey {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_gdpr_spent_key' })
    name!: string;

    /** What {@link ownerId} is the number of. */
    @Column('varchar')
    kind!: 'customer' | 'user' | 'order';

    @Column('integer')
    ownerId!: number;
}

/** With which keys the database is sealed, and how far that is. One row, from the first start with keys. */
@Entity('efi_gdpr_sealing')
export class EfiGdprSealing {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_gdpr_sealing' })
    id!: number;

    /** Of the file of keys. */
    @Column('varchar')
    fingerprint!: string;

    /** What is being done with all rows. */
    @Column('varchar', { nullable: true })
    work!: 'SEAL' | 'OPEN' | null;

    /** In which table it is. */
    @Column('varchar', { nullable: true })
    table!: string | null;

    /** Up to which row of it. */
    @Column('integer', { default: 0 })
    lastId!: number;

    /** How many rows it has changed. */
    @Column('integer', { default: 0 })
    rows!: number;

    @Column('timestamp with time zone', { default: () => 'now()' })
    updatedAt!: Date;

    /** When keys were last exchanged for new ones. */
    @Column('timestamp with time zone', { nullable: true })
    rotatedAt!: Date | null;

    /** Whether all texts that are to be sealed are, so that nobody needs to look for others. */
    @Column({ default: false })
    isWhole!: boolean;
}
