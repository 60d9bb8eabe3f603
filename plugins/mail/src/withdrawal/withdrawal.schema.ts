import { parse } from 'graphql';

export const withdrawalShopSchema = parse(`
    input DeclareEfiWithdrawalInput {
        orderCode: String!
        "With which the order was placed; the receipt goes there."
        emailAddress: String!
        "Of who withdraws, at most 255 characters."
        name: String!
        "Which goods, in the shopper's words, at most 1,000 characters. Left out: all of them."
        goods: String
    }

    type EfiWithdrawal {
        orderCode: String!
        "When the first declaration for the order arrived."
        declaredAt: DateTime!
    }

    extend type Mutation {
        """
        Declares the withdrawal from the contract of a placed order (Directive 2011/83/EU, Art. 11a). It is kept in the
        order's history, and a receipt goes to the order's e-mail; declaring it again changes nothing. Null when no
        placed order has this code and e-mail address.
        """
        declareEfiWithdrawal(input: DeclareEfiWithdrawalInput!): EfiWithdrawal
    }
`);
