import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'pk_efi_search_word';

/** A word of the names in a language, to tell what was meant by one that is spelt otherwise. Read and written in SQL. */
@Entity('efi_search_word')
export class EfiSearchWord {
    @PrimaryColumn('varchar', { primaryKeyConstraintName })
    languageCode!: string;

    @PrimaryColumn('text', { primaryKeyConstraintName })
    word!: string;

    /** Without accents. */
    @Column('text')
    plain!: string;
}
