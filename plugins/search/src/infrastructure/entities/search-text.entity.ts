import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'pk_efi_search_text';

/**
 * What a variant is called in a language, or in the one that stands in for it. Read and written in SQL only; this
 * class tells TypeORM that the table is known.
 */
@Entity('efi_search_text')
export class EfiSearchText {
    @PrimaryColumn('int', { primaryKeyConstraintName })
    productId!: number;

    /** 0 for a product without variants. */
    @PrimaryColumn('int', { primaryKeyConstraintName })
    variantId!: number;

    @PrimaryColumn('varchar', { primaryKeyConstraintName })
    languageCode!: string;

    @Column('text')
    sku!: string;

    @Column('text')
    slug!: string;

    @Column('text')
    productName!: string;

    @Column('text')
    variantName!: string;

    /** Its first 2,600 characters, as in Vendure's own search. */
    @Column('text')
    description!: string;

    /** SKU (A), product name (B), variant name (C), description (D). */
    @Column('tsvector')
    words!: string;
}
