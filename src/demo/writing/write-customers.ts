import { ConfigService } from '@vendure/core';
import type { INestApplicationContext } from '@nestjs/common';
import { demoAccounts } from '../demo-accounts';
import type { Shopper } from '../orders/order.types';
import { markets } from '../shop/markets';
import type { RowWriter } from './row-writer';
import type { ShopIds } from './write-markets';

/** Ids of customers by e-mail address. */
export type CustomerIds = ReadonlyMap<string, number>;

/** Writes everybody who ever bought; those with a demo account can sign in, the others were guests. */
export async function writeCustomers(
    app: INestApplicationContext,
    writer: RowWriter,
    shop: ShopIds,
    shoppers: readonly Shopper[],
): Promise<CustomerIds> {
    const userIds = await writeUsers(app, writer);
    const ids = await writer.insertWithIds(
        'customer',
        shoppers.map(shopper => ({
            createdAt: shopper.since,
            updatedAt: shopper.since,
            firstName: shopper.firstName,
            lastName: shopper.lastName,
            emailAddress: shopper.email,
            phoneNumber: shopper.phone,
            userId: userIds.get(shopper.email) ?? null,
        })),
    );
    const customers = shoppers.map((shopper, index) => ({ id: ids[index] ?? 0, shopper }));
    await writer.insert(
        'customer_channels_channel',
        customers.flatMap(({ id, shopper }) =>
            [shop.defaultChannel, shop.channels[shopper.market]].map(channelId => ({
                customerId: id,
                channelId,
            })),
        ),
    );
    await writer.insert(
        'address',
        customers.map(({ id, shopper }) => ({
            createdAt: shopper.since,
            updatedAt: shopper.since,
            customerId: id,
            countryId: shop.countries[shopper.market],
            defaultShippingAddress: true,
            defaultBillingAddress: true,
            ...postalAddress(shopper),
        })),
    );
    return new Map(customers.map(({ id, shopper }) => [shopper.email, id]));
}

function postalAddress(shopper: Shopper) {
    return {
        fullName: `${shopper.firstName} ${shopper.lastName}`,
        company: '',
        streetLine1: shopper.street,
        streetLine2: '',
        city: shopper.city,
        province: shopper.province,
        postalCode: shopper.postalCode,
        phoneNumber: shopper.phone,
    };
}

/** An address as Vendure copies it into an order. */
export function orderAddress(shopper: Shopper) {
    const country = markets.find(({ code }) => code === shopper.market)?.country;
    return {
        ...postalAddress(shopper),
        country: country?.name.en,
        countryCode: country?.code,
    };
}

async function writeUsers(
    app: INestApplicationContext,
    writer: RowWriter,
): Promise<ReadonlyMap<string, number>> {
    const { passwordHashingStrategy } = app.get(ConfigService).authOptions;
    const hashes = await Promise.all(
        demoAccounts.map(({ password }) => passwordHashingStrategy.hash(password)),
    );
    const roles = await writer.sql.query<{ id: number }[]>('SELECT id FROM role WHERE code = $1', [
        '__customer_role__',
    ]);
    const roleId = roles[0]?.id;
    if (roleId === undefined) {
        throw new Error('Vendure has not made its role for customers yet.');
    }
    const ids = await writer.insertWithIds(
        'user',
        demoAccounts.map(({ email }) => ({ identifier: email, verified: true })),
    );
    await writer.insert(
        'user_roles_role',
        ids.map(userId => ({ userId, roleId })),
    );
    await writer.insert(
        'authentication_method',
        demoAccounts.map(({ email }, index) => ({
            type: 'NativeAuthenticationMethod',
            identifier: email,
            passwordHash: hashes[index] ?? '',
            userId: ids[index] ?? 0,
        })),
    );
    return new Map(demoAccounts.map(({ email }, index) => [email, ids[index] ?? 0]));
}
