import { parse } from 'graphql';

export const stockShopSchema = parse(`
    "A line of an order that can't be served in full."
    type EfiStockShortfall {
        orderLineId: ID!
        productVariantId: ID!
        name: String!
        sku: String!
        "How many pieces the line wants."
        quantity: Int!
        "How many pieces are left for it."
        available: Int!
    }

    extend type Order {
        """
        The lines for which not enough is in stock, as of this moment and without what is held for other shoppers who
        are paying. Empty when the order can be paid, and after it was placed.
        """
        efiStockShortfalls: [EfiStockShortfall!]!
    }
`);

export const stockAdminSchema = parse(`
    "Stock that is held for an order while it is being paid."
    type EfiStockReservation {
        productVariant: ProductVariant!
        stockLocation: StockLocation!
        quantity: Int!
        "After this time the stock goes to whoever needs it. Until somebody does, the order keeps it."
        expiresAt: DateTime!
    }

    extend type Order {
        efiStockReservations: [EfiStockReservation!]!
    }
`);
