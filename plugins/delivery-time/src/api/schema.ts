import { parse } from 'graphql';

const time = `
    "How long a way of shipping takes. Which days that are depends on when and where to it is ordered."
    type EfiDeliveryTime {
        "Working days from the order to the first day on which it may arrive. 0 is the same day."
        minWorkingDays: Int!
        "To the last one."
        maxWorkingDays: Int!
        "Until when an order counts as of its day, as 15:00, by the clock of whoever is delivered to. Without it, until midnight."
        orderBy: String
    }
`;

const ofMethod = `"Without one where staff have not written it down."
        efiDeliveryTime: EfiDeliveryTime`;

export const shopSchema = parse(`
    ${time}

    extend type ShippingMethodQuote {
        ${ofMethod}
    }

    extend type PublicShippingMethod {
        ${ofMethod}
    }
`);

export const adminSchema = parse(`
    ${time}

    input EfiDeliveryTimeInput {
        "From 0, which is the same day, to 250."
        minWorkingDays: Int!
        "Not fewer."
        maxWorkingDays: Int!
        "As 15:00."
        orderBy: String
    }

    extend type ShippingMethod {
        ${ofMethod}
    }

    extend type Mutation {
        "Says how long a shipping method takes; without a time, that nobody knows. One that makes no sense is a user error."
        setEfiDeliveryTime(shippingMethodId: ID!, time: EfiDeliveryTimeInput): ShippingMethod!
    }
`);
