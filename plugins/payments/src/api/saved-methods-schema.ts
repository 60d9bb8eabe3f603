import { parse } from 'graphql';

/** The Shop API for means of payment that customers keep. */
export const savedMethodsSchema = parse(/* GraphQL */ `
    "A means of payment that a customer keeps with a payment provider. The platform knows no card number."
    type EfiSavedPaymentMethod {
        "Pays with it: \`metadata.savedMethod\` of \`addPaymentToOrder\`."
        reference: String!
        "Such as \`visa\`."
        brand: String!
        last4: String!
        "1 to 12."
        expiryMonth: Int
        "Four digits."
        expiryYear: Int
    }

    extend type Query {
        "What the signed-in customer keeps with the provider of this payment method (its code)."
        efiSavedPaymentMethods(method: String!): [EfiSavedPaymentMethod!]!
    }

    extend type Mutation {
        "Forgets one of the signed-in customer's own means of payment. Answers with those that are left."
        forgetEfiSavedPaymentMethod(method: String!, reference: String!): [EfiSavedPaymentMethod!]!
    }
`);
