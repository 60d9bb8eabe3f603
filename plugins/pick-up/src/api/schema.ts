import { concatAST, type DocumentNode, parse } from 'graphql';
import type { ResolvedPickUpOptions } from '../pick-up.options';

const address = `
    type EfiPickUpAddress {
        streetLine: String!
        postalCode: String!
        city: String!
        "ISO 3166-1."
        countryCode: String!
    }
`;

const placeOfOrder = `
    "Where an order is fetched, as the place was when the order came to payment; before that, when it was chosen."
    type EfiOrderPickUpPlace {
        placeId: ID!
        name: String!
        "Without one where staff had not written it down."
        address: EfiPickUpAddress
    }

    extend type Order {
        "Without one, the order is not fetched at a place."
        efiPickUpPlace: EfiOrderPickUpPlace
    }
`;

const shop = parse(`
    ${address}
    ${placeOfOrder}

    "A place of the channel where shoppers fetch what they ordered."
    type EfiPickUpPlace implements Node {
        id: ID!
        name: String!
        "Without one where staff have not written it down."
        address: EfiPickUpAddress
        "Empty where staff have not written them down."
        openingHours: [EfiPickUpHours!]!
    }

    "From one day of a week to another, both included: 1 is Monday, 7 Sunday. Times as 09:30, up to 24:00."
    type EfiPickUpHours {
        fromDay: Int!
        toDay: Int!
        opens: String!
        closes: String!
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

    "A place for an order, and what of it is there now."
    type EfiPickUpOption {
        place: EfiPickUpPlace!
        "Whether the order can be fetched there."
        hasAll: Boolean!
        lines: [EfiPickUpLine!]!
    }

    "NOT_HERE: not in the number that the line wants."
    type EfiPickUpLine {
        orderLineId: ID!
        availability: EfiPickUpAvailability!
    }

    extend type EfiOrderPickUpPlace {
        "As they are now; empty once nothing is fetched there any more."
        openingHours: [EfiPickUpHours!]!
    }

    extend type ShippingMethodQuote {
        "Whether shoppers fetch the goods. Where the channel has places, choose one with setEfiOrderPickUpPlace."
        efiIsPickUp: Boolean!
    }

    extend type ShippingMethod {
        "Whether shoppers fetch the goods."
        efiIsPickUp: Boolean!
    }

    extend type PublicShippingMethod {
        "Whether shoppers fetch the goods."
        efiIsPickUp: Boolean!
    }

    "Why a place can't be chosen."
    enum EfiPickUpProblem {
        "With this way of shipping nothing is fetched."
        NOT_PICK_UP
        "It is no place of the channel, or no longer."
        NOT_A_PLACE
        "It does not have all of the order."
        NOT_ALL_HERE
    }

    "The message says what the shopper can do."
    type EfiPickUpPlaceError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        problem: EfiPickUpProblem!
        "What the place does not have."
        missingLineIds: [ID!]!
    }

    union SetEfiOrderPickUpPlaceResult =
          Order
        | EfiPickUpPlaceError
        | IneligibleShippingMethodError
        | OrderModificationError
        | NoActiveOrderError

    extend type Query {
        "By name; empty where nothing can be fetched."
        efiPickUpPlaces: [EfiPickUpPlace!]!
    }

    extend type ProductVariant {
        "At each place of the channel as of this moment, without what is held for shoppers who are paying."
        efiPickUpStock: [EfiPickUpStock!]!
    }

    extend type Order {
        "The places of the channel, by name, with what each has of the order as of this moment. Empty once it was placed."
        efiPickUpOptions: [EfiPickUpOption!]!
    }

    extend type Mutation {
        """
        Has the shopper fetch the cart: sets the way of shipping and the place, or neither. Its goods are held there
        once it comes to payment. Another way of shipping forgets the place.
        """
        setEfiOrderPickUpPlace(shippingMethodId: ID!, placeId: ID!): SetEfiOrderPickUpPlaceResult!
    }
`);

const arranging = parse(`
    extend input ArrangeEfiOrderInput {
        "Where the order is fetched, for a way of shipping with which it is."
        pickUpPlaceId: ID
    }

    extend union ArrangeEfiOrderResult = EfiPickUpPlaceError
`);

export function shopSchema({ inArrangeEfiOrder }: ResolvedPickUpOptions): DocumentNode {
    return inArrangeEfiOrder ? concatAST([shop, arranging]) : shop;
}

export const adminSchema = parse(`
    ${address}
    ${placeOfOrder}

    "What shoppers are told of a place besides its name."
    type EfiPickUpDetails {
        address: EfiPickUpAddress!
        "As schema.org writes them: Mo-Fr 09:30-18:00; Sa 10:00-16:00."
        openingHours: String!
    }

    "255 characters each at most."
    input EfiPickUpDetailsInput {
        streetLine: String!
        postalCode: String!
        city: String!
        "ISO 3166-1."
        countryCode: String!
        "As schema.org writes them: Mo-Fr 09:30-18:00; Sa 10:00-16:00."
        openingHours: String
    }

    extend type StockLocation {
        "Whether shoppers fetch there what they ordered. Its name is shown to them."
        efiIsPickUpPlace: Boolean!
        "Without them until staff have written them down."
        efiPickUpDetails: EfiPickUpDetails
    }

    extend type Mutation {
        "Says of a location of the channel whether shoppers fetch there what they ordered."
        setEfiPickUpPlace(stockLocationId: ID!, isPickUpPlace: Boolean!): StockLocation!
        "Says where a location is and when it is open. Hours that can't be read are a user error that names them."
        setEfiPickUpDetails(stockLocationId: ID!, details: EfiPickUpDetailsInput!): StockLocation!
    }
`);
