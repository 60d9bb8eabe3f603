import { parse } from 'graphql';

export const schema = parse(`
    enum EfiSlugOwner {
        PRODUCT
        COLLECTION
    }

    extend type Query {
        """
        The slug, in the language of the request, of what had this one before. Null when nothing that can be seen in the
        channel had it, and when something has it now. For an address where nothing is found: it leads on from there.
        """
        efiCurrentSlug(of: EfiSlugOwner!, slug: String!): String
    }
`);
