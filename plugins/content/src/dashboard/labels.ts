import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const kinds: Labels = {
    HOME: { text: msg`Home page` },
    LANDING: { text: msg`Landing page` },
    LEGAL: { text: msg`Legal page` },
    MENU: { text: msg`Menu` },
};

export const legalPages: Labels = {
    imprint: { text: msg`Imprint` },
    terms: { text: msg`Terms and conditions` },
    privacy: { text: msg`Privacy notice` },
    shipping: { text: msg`Delivery and payment` },
    withdrawal: { text: msg`Right of withdrawal` },
};

export const menus: Labels = {
    header: { text: msg`Above each page` },
    footer: { text: msg`Below each page` },
};

export const blockTypes: Labels = {
    hero: { text: msg`Opening` },
    richText: { text: msg`Text` },
    banner: { text: msg`Banner` },
    productRail: { text: msg`Products` },
    collectionTiles: { text: msg`Collections` },
    menuItem: { text: msg`Link` },
};

export const texts: Labels = {
    title: { text: msg`Title` },
    slug: { text: msg`Address` },
    description: { text: msg`Description for search engines` },
    heading: { text: msg`Heading` },
    text: { text: msg`Text below it` },
    linkLabel: { text: msg`Words of the link` },
    label: { text: msg`Label` },
    alt: { text: msg`What the picture shows` },
    html: { text: msg`Text` },
};

export const linkTargets: Labels = {
    COLLECTION: { text: msg`Collection` },
    PRODUCT: { text: msg`Product` },
    PAGE: { text: msg`Page` },
    ADDRESS: { text: msg`Address` },
};

export const versionStates: Labels = {
    SHOWN: { text: msg`Shown`, variant: 'success' },
    PLANNED: { text: msg`Planned`, variant: 'secondary' },
    COVERED: { text: msg`Behind another`, variant: 'outline' },
    OVER: { text: msg`Over`, variant: 'outline' },
    WITHDRAWN: { text: msg`Taken back`, variant: 'outline' },
};

export const problems: Labels = {
    INVALID: { text: msg`This can’t be kept as it is.` },
    TOO_LONG: { text: msg`This is too long.` },
    TOO_MANY: { text: msg`These are too many.` },
    REQUIRED: { text: msg`This is needed.` },
    UNSAFE_LINK: { text: msg`Give a path that begins with one slash, or an address with https.` },
    NOT_FOUND: { text: msg`This is not in the channel any more.` },
    TAKEN: { text: msg`Another one has this already.` },
    IN_THE_PAST: { text: msg`This must be in the future.` },
};
