import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'pk_efi_search_count';

/** How many rows of `efi_search_product` a channel has in a currency. Kept by triggers on that table. */
@Entity('efi_search_count')
export class EfiSearchCount {
    @PrimaryColumn('int', { primaryKeyConstraintName })
    channelId!: number;

    @PrimaryColumn('varchar', { primaryKeyConstraintName })
    currencyCode!: string;

    /**
     * `product` for all of them, `facetValue` or `collection` for those with one, and `facetValueInCollection` for those
     * with both, as long as all variants of a product are alike.
     */
    @PrimaryColumn('varchar', { primaryKeyConstraintName })
    kind!: string;

    /** 0 where it isn't about one together with a facet value. */
    @PrimaryColumn('int', { primaryKeyConstraintName })
    collectionId!: number;

    /** Of the facet value or collection; 0 for all products. */
    @PrimaryColumn('int', { primaryKeyConstraintName })
    id!: number;

    @Column('int')
    number!: number;
}
