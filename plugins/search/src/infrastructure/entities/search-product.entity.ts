import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'pk_efi_search_product';

/**
 * What the enabled variants of a product have together: one row for each channel and currency, made from the rows of
 * the variants, for searches that ask for products and for nothing that only some of their variants have.
 */
@Entity('efi_search_product')
export class EfiSearchProduct {
    @PrimaryColumn('int', { primaryKeyConstraintName })
    productId!: number;

    @PrimaryColumn('int', { primaryKeyConstraintName })
    channelId!: number;

    @PrimaryColumn('varchar', { primaryKeyConstraintName })
    currencyCode!: string;

    /** In rising order. */
    @Column('int', { array: true })
    variantIds!: number[];

    /** The least of the variants, in minor units, without tax. */
    @Column('bigint')
    price!: string;

    @Column('bigint')
    maxPrice!: string;

    @Column('bigint')
    priceWithTax!: string;

    @Column('bigint')
    maxPriceWithTax!: string;

    /** Whether any enabled variant is in stock. */
    @Column('boolean')
    inStock!: boolean;

    /** Whether any variant is in stock. */
    @Column('boolean')
    productInStock!: boolean;

    /** Whether all variants have the same facet values and collections. */
    @Column('boolean')
    isUniform!: boolean;

    /** Of any variant. */
    @Column('int', { array: true })
    facetValueIds!: number[];

    /** Of any variant. */
    @Column('int', { array: true })
    collectionIds!: number[];

    /** By language. */
    @Column('jsonb')
    names!: Readonly<Record<string, string>>;
}
