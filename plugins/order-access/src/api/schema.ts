import { parse } from 'graphql';

export const shopSchema = parse(`
    "Opens one order to who ordered as a guest."
    type EfiOrderKey {
        "Goes along with requests in the header efi-order-keys."
        key: String!
        expiresAt: DateTime!
    }

    extend type Query {
        "Whether the key opens the order. Neither who asks nor how old the order is matters."
        efiOrderKeyOpens(orderCode: String!, key: String!): Boolean!
    }

    extend type Mutation {
        """
        A key of an order, for who knows its code and the e-mail address of its customer. null when there is no
        such order, and when it belongs to an account, which shows it to who is signed in.
        """
        createEfiOrderKey(orderCode: String!, emailAddress: String!): EfiOrderKey
    }
`);
