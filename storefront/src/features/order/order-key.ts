import 'server-only';
import { graphql } from '@/graphql/graphql';
import { mutateAsShopper, queryShop } from '@/lib/vendure/client';

const OrderKeyOpens = graphql(`
    query OrderKeyOpens($orderCode: String!, $key: String!) {
        efiOrderKeyOpens(orderCode: $orderCode, key: $key)
    }
`);

const CreateOrderKey = graphql(`
    mutation CreateOrderKey($orderCode: String!, $emailAddress: String!) {
        createEfiOrderKey(orderCode: $orderCode, emailAddress: $emailAddress) {
            key
        }
    }
`);

export async function opensOrder(orderCode: string, key: string): Promise<boolean> {
    return (await queryShop(OrderKeyOpens, { orderCode, key })).efiOrderKeyOpens;
}

/** For Server Actions only. @returns What opens a guest's order, when the e-mail address is the order's. */
export async function createOrderKey(orderCode: string, emailAddress: string): Promise<string | undefined> {
    const { createEfiOrderKey } = await mutateAsShopper(CreateOrderKey, { orderCode, emailAddress });
    return createEfiOrderKey?.key;
}
