import { EntityId, type ID } from '@vendure/core';
import {
    Column,
    CreateDateColumn,
    Entity,
    Index,
    JoinColumn,
    ManyToOne,
    PrimaryColumn,
    PrimaryGeneratedColumn,
    Unique,
    UpdateDateColumn,
} from 'typeorm';
import type { ContentBody, ContentKind } from '../domain/content';
import type { ScheduledVersion } from '../domain/shown-version';

/** A page or menu of a channel, as its editors see it. Shoppers see its versions only. */
@Entity('efi_content_page')
@Unique('uq_efi_content_page_code', ['channelId', 'kind', 'code'])
export class EfiContentPage {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_content_page' })
    id!: number;

    @CreateDateColumn({ type: 'timestamptz' })
    createdAt!: Date;

    @UpdateDateColumn({ type: 'timestamptz' })
    updatedAt!: Date;

    @EntityId()
    channelId!: ID;

    @Column('varchar')
    kind!: ContentKind;

    /** Its name for editors; of a legal page and a menu also where it belongs, such as `terms` or `header`. */
    @Column('varchar')
    code!: string;

    /** Raised by each change of the draft, so that nobody overwrites what they have not seen. */
    @Column('integer', { default: 1 })
    revision!: number;

    @Column('jsonb')
    draft!: ContentBody;
}

/** A draft as it was when it was published, and when it is shown. */
@Entity('efi_content_version')
@Index('ix_efi_content_version_page', ['pageId'])
export class EfiContentVersion implements ScheduledVersion {
    @PrimaryGeneratedColumn({ primaryKeyConstraintName: 'pk_efi_content_version' })
    id!: number;

    @ManyToOne(() => EfiContentPage, { onDelete: 'CASCADE', nullable: false })
    @JoinColumn({ name: 'pageId', foreignKeyConstraintName: 'fk_efi_content_version_page' })
    page!: EfiContentPage;

    @Column('integer')
    pageId!: number;

    /** Of the page, when this was published. */
    @Column('integer')
    revision!: number;

    @Column('jsonb')
    body!: ContentBody;

    @Column('timestamptz')
    publishedAt!: Date;

    @Column('timestamptz', { nullable: true })
    startsAt!: Date | null;

    @Column('timestamptz', { nullable: true })
    endsAt!: Date | null;

    @Column('timestamptz', { nullable: true })
    withdrawnAt!: Date | null;
}

/** Whose an address is, or was last: of landing pages, which keep the addresses that they had before. */
@Entity('efi_content_slug')
@Index('ix_efi_content_slug_page', ['pageId'])
export class EfiContentSlug {
    @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_efi_content_slug' })
    channelId!: ID;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_content_slug' })
    languageCode!: string;

    @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_efi_content_slug' })
    slug!: string;

    @ManyToOne(() => EfiContentPage, { onDelete: 'CASCADE', nullable: false })
    @JoinColumn({ name: 'pageId', foreignKeyConstraintName: 'fk_efi_content_slug_page' })
    page!: EfiContentPage;

    @Column('integer')
    pageId!: number;
}

/** Tables that answers of the Shop API are made from. */
export const contentTables = ['efi_content_page', 'efi_content_version', 'efi_content_slug'] as const;
