import { EntityId, type ID } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As the Shop API names them. */
export type SlugOwner = 'PRODUCT' | 'COLLECTION';

/**
 * Whose a slug was last, in a language, before it was given up. Written by triggers, never by the application; without
 * foreign keys, since it points into either of two tables.
 */
@Entity('efi_old_slug')
export class OldSlug {
    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_old_slug' })
    kind!: SlugOwner;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_old_slug' })
    slug!: string;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_old_slug' })
    languageCode!: string;

    @EntityId()
    entityId!: ID;

    @Column('timestamp with time zone')
    changedAt!: Date;
}
