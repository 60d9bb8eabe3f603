import { graphql } from '@/graphql/graphql';

export const ApplyCoupon = graphql(`
    mutation ApplyCoupon($code: String!) {
        applyCouponCode(couponCode: $code) {
            __typename
            ... on CouponCodeLimitError {
                limit
            }
        }
    }
`);

export const RemoveAllLines = graphql(`
    mutation RemoveAllLines {
        removeAllOrderLines {
            __typename
        }
    }
`);
