import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const shopSchema: DocumentNode = gql`
    enum EfiContentPageKind {
        HOME
        "At an address of its own"
        LANDING
        "At an address that the storefront knows, such as terms"
        LEGAL
    }

    enum EfiContentLinkTarget {
        HOME
        COLLECTION
        PRODUCT
        "A landing page"
        PAGE
        LEGAL
        "A path of the shop that begins with one slash, or an address with https, http, mailto or tel"
        ADDRESS
    }

    type EfiContentLink {
        to: EfiContentLinkTarget!
        "The slug of what it leads to, the code of a legal page, or the address; empty for the home page"
        value: String!
    }

    "What opens a page"
    type EfiContentHero {
        id: String!
        heading: String!
        text: String!
        "Empty when nothing is to be said on the link"
        linkLabel: String!
        "Null when it has none, or leads to what can't be seen"
        link: EfiContentLink
        picture: Asset
        "What the picture shows; empty for one that only decorates"
        alt: String!
    }

    type EfiContentRichText {
        id: String!
        "With headings, lists, tables and links only; safe to show as it is"
        html: String!
    }

    "A picture that leads somewhere"
    type EfiContentBanner {
        id: String!
        heading: String!
        text: String!
        linkLabel: String!
        link: EfiContentLink
        picture: Asset
        alt: String!
    }

    "Products of a collection, or chosen ones"
    type EfiContentProductRail {
        id: String!
        heading: String!
        collection: Collection
        products: [Product!]!
    }

    type EfiContentCollectionTiles {
        id: String!
        heading: String!
        collections: [Collection!]!
    }

    union EfiContentBlock =
        | EfiContentHero
        | EfiContentRichText
        | EfiContentBanner
        | EfiContentProductRail
        | EfiContentCollectionTiles

    type EfiContentSlug {
        languageCode: LanguageCode!
        slug: String!
    }

    "A page in the language of the request; where that has no text, in the channel's default language"
    type EfiContentPage {
        id: ID!
        kind: EfiContentPageKind!
        code: String!
        updatedAt: DateTime!
        "Empty where the page needs none"
        title: String!
        description: String!
        "Of a landing page: its address in this language; otherwise empty"
        slug: String!
        "The address of a landing page in each language that it is written in"
        slugs: [EfiContentSlug!]!
        blocks: [EfiContentBlock!]!
    }

    type EfiContentMenuItem {
        id: String!
        label: String!
        link: EfiContentLink!
    }

    type EfiContentMenu {
        code: String!
        items: [EfiContentMenuItem!]!
    }

    "What would be shown, were it published"
    type EfiContentPreview {
        "Null for a menu"
        page: EfiContentPage
        "Null for a page"
        menu: EfiContentMenu
        "When the link ends"
        expiresAt: DateTime!
    }

    extend type Query {
        """
        What is published and shown now: the home page; a landing page by a slug that it has or had, in any language
        (compare with the page's slug and redirect); a legal page by its code. Null when there is none.
        """
        efiContentPage(kind: EfiContentPageKind!, slug: String): EfiContentPage
        "All pages of a kind that are shown now"
        efiContentPages(kind: EfiContentPageKind!): [EfiContentPage!]!
        "Null when none of this code is published"
        efiContentMenu(code: String!): EfiContentMenu
        """
        When the clock changes what is shown, the earliest first: the last time that it did, and up to 50 times that are planned.
        Whoever keeps answers asks anew then. Publishing and taking back change it, too.
        """
        efiContentChanges: [DateTime!]!
        "The draft that a link from the Dashboard leads to; null when the link is wrong or has ended"
        efiContentPreview(token: String!): EfiContentPreview
    }
`;
