import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';

/** An order's history is short; staff who write more notes than this have another place for them. */
const OrderProgressQuery = graphql(`
    query OrderProgress($code: String!) {
        orderByCode(code: $code) {
            orderPlacedAt
            totalQuantity
            shippingLines {
                shippingMethod {
                    efiIsPickUp
                }
            }
            fulfillments {
                id
                trackingCode
                lines {
                    quantity
                }
            }
            history(options: { take: 100, sort: { createdAt: ASC } }) {
                items {
                    id
                    type
                    createdAt
                    data
                }
            }
        }
    }
`);

export type OrderProgress = NonNullable<ResultOf<typeof OrderProgressQuery>['orderByCode']>;

/** What has happened to an order, as far as the shop tells its shopper. For an order that `fetchOrder` gave. */
export async function fetchProgress(code: string): Promise<OrderProgress | undefined> {
    return (await queryAsShopper(OrderProgressQuery, { code })).orderByCode ?? undefined;
}
