import { parse } from 'graphql';

export const shopSchema = parse(`
    "A place of the channel where shoppers fetch what they ordered."
    type EfiPickUpPlace implements Node {
        id: ID!
        name: String!
    }

    enum EfiPickUpAvailability {
        IN_STOCK
        FEW_LEFT
        NOT_HERE
    }

    "Whether a variant can be fetched at a place. How many pieces are there is not told."
    type EfiPickUpStock {
        place: EfiPickUpPlace!
        availability: EfiPickUpAvailability!
    }

    extend type Query {
        "By name; empty where nothing can be fetched."
        efiPickUpPlaces: [EfiPickUpPlace!]!
    }

    extend type ProductVariant {
        "At each place of the channel as of this moment, without what is held for shoppers who are paying."
        efiPickUpStock: [EfiPickUpStock!]!
    }
`);

export const adminSchema = parse(`
    extend type StockLocation {
        "Whether shoppers fetch there what they ordered. Its name is shown to them."
        efiIsPickUpPlace: Boolean!
    }

    extend type Mutation {
        "Says of a location of the channel whether shoppers fetch there what they ordered."
        setEfiPickUpPlace(stockLocationId: ID!, isPickUpPlace: Boolean!): StockLocation!
    }
`);
