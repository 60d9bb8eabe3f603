import { graphql } from '@/graphql/graphql';

export const AddItem = graphql(`
    mutation AddItem($variantId: ID!, $quantity: Int!) {
        addItemToOrder(productVariantId: $variantId, quantity: $quantity) {
            __typename
            ... on InsufficientStockError {
                quantityAvailable
            }
            ... on OrderLimitError {
                maxItems
            }
            ... on OrderInterceptorError {
                interceptorError
            }
        }
    }
`);

export const AdjustLine = graphql(`
    mutation AdjustLine($lineId: ID!, $quantity: Int!) {
        adjustOrderLine(orderLineId: $lineId, quantity: $quantity) {
            __typename
            ... on InsufficientStockError {
                quantityAvailable
            }
            ... on OrderLimitError {
                maxItems
            }
            ... on OrderInterceptorError {
                interceptorError
            }
        }
    }
`);

export const RemoveLine = graphql(`
    mutation RemoveLine($lineId: ID!) {
        removeOrderLine(orderLineId: $lineId) {
            __typename
            ... on OrderInterceptorError {
                interceptorError
            }
        }
    }
`);

export const RemoveCoupon = graphql(`
    mutation RemoveCoupon($code: String!) {
        removeCouponCode(couponCode: $code) {
            id
        }
    }
`);
