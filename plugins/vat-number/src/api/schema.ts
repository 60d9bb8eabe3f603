import { parse } from 'graphql';

const order = `
    extend type Order {
        "VAT number of the company that the order is for, written as VIES does: DE136695976."
        efiVatNumber: String
    }
`;

export const adminSchema = parse(order);

export const shopSchema = parse(`
    ${order}

    "Why a text is no VAT number of the EU."
    enum EfiVatNumberProblem {
        "It begins with the letters of no country of the EU, and was not said to be from one."
        COUNTRY
        "It is not built as numbers of its country are."
        FORM
        "Something in it was mistyped."
        CHECK_DIGITS
    }

    type EfiVatNumberInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        problem: EfiVatNumberProblem!
    }

    union SetEfiVatNumberResult = Order | EfiVatNumberInvalidError | NoActiveOrderError | OrderModificationError

    extend type Mutation {
        """
        Keeps the VAT number of the company that the cart is for, as Order.efiVatNumber. Without one, or with an empty
        one, it is taken away. country, by ISO 3166-1, says where a number is from that does not begin with its letters.
        """
        setEfiVatNumber(vatNumber: String, country: String): SetEfiVatNumberResult!
    }
`);
