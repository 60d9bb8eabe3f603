import { graphql, type ResultOf } from '@/graphql/graphql';

/** An order as cart, checkout and order page show it. Amounts in minor units. */
export const OrderFragment = graphql(`
    fragment Order on Order @_unmask {
        id
        code
        state
        active
        orderPlacedAt
        currencyCode
        totalQuantity
        couponCodes
        promotions {
            couponCode
        }
        lines {
            id
            quantity
            linePrice
            linePriceWithTax
            unitPrice
            unitPriceWithTax
            featuredAsset {
                preview
            }
            productVariant {
                id
                productId
                name
                product {
                    name
                    slug
                }
                options {
                    id
                    name
                }
            }
        }
        discounts {
            description
            amount
            amountWithTax
        }
        shippingLines {
            price
            priceWithTax
            shippingMethod {
                id
                name
            }
        }
        taxSummary {
            description
            taxRate
            taxTotal
        }
        total
        totalWithTax
        customer {
            id
            emailAddress
            firstName
            lastName
        }
        shippingAddress {
            fullName
            company
            streetLine1
            streetLine2
            city
            province
            postalCode
            country
            countryCode
            phoneNumber
        }
        billingAddress {
            fullName
            company
            streetLine1
            streetLine2
            city
            province
            postalCode
            country
            countryCode
            phoneNumber
        }
        efiPickUpPlace {
            placeId
            name
            address {
                streetLine
                postalCode
                city
                countryCode
            }
            openingHours {
                fromDay
                toDay
                opens
                closes
            }
        }
        efiVatNumber
    }
`);

export type Order = ResultOf<typeof OrderFragment>;
export type OrderLine = Order['lines'][number];
