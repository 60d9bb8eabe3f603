import type { MedusaApi } from './medusa-api';

/** What the catalogue and the shoppers of a store have to name. */
export interface Store {
    /** Publishable: it says which sales channel somebody shops at. */
    readonly key: string;
    readonly channelId: string;
    readonly locationId: string;
    readonly regionId: string;
    readonly shippingProfileId: string;
}

interface WithId {
    readonly id: string;
}

/** One country, tax, place, way to deliver and to pay, by the API, as Medusa's own starter has them. */
export async function setUpStore(admin: MedusaApi): Promise<Store> {
    const { stores } = await admin.get<{ stores: WithId[] }>('/admin/stores');
    const { sales_channels: channels } = await admin.get<{ sales_channels: WithId[] }>(
        '/admin/sales-channels',
    );
    const { api_keys: apiKeys } = await admin.get<{ api_keys: Array<{ token: string }> }>(
        '/admin/api-keys?type=publishable',
    );
    const channelId = first(channels).id;
    const { stock_location: place } = await admin.post<{ stock_location: WithId }>('/admin/stock-locations', {
        name: 'North',
    });
    await admin.post(`/admin/stock-locations/${place.id}/sales-channels`, { add: [channelId] });
    await admin.post(`/admin/stores/${first(stores).id}`, {
        supported_currencies: [{ currency_code: 'usd', is_default: true }],
        default_location_id: place.id,
        default_sales_channel_id: channelId,
    });
    const { region } = await admin.post<{ region: WithId }>('/admin/regions', {
        ...{ name: 'Europe', currency_code: 'usd', countries: ['at'], automatic_taxes: true },
        payment_providers: ['pp_system_default'],
    });
    await admin.post('/admin/tax-regions', {
        ...{ country_code: 'at', provider_id: 'tp_system' },
        default_tax_rate: { name: 'VAT', code: 'vat', rate: 20 },
    });
    return {
        ...{ key: first(apiKeys).token, channelId, locationId: place.id, regionId: region.id },
        shippingProfileId: await setUpShipping(admin, place.id),
    };
}

/** @returns The id of the profile that products are delivered by. */
async function setUpShipping(admin: MedusaApi, placeId: string): Promise<string> {
    await admin.post(`/admin/stock-locations/${placeId}/fulfillment-providers`, { add: ['manual_manual'] });
    const { stock_location: place } = await admin.post<{
        stock_location: { fulfillment_sets: WithId[] };
    }>(`/admin/stock-locations/${placeId}/fulfillment-sets?fields=id,fulfillment_sets.id`, {
        ...{ name: 'Shipping', type: 'shipping' },
    });
    const { fulfillment_set: set } = await admin.post<{ fulfillment_set: { service_zones: WithId[] } }>(
        `/admin/fulfillment-sets/${first(place.fulfillment_sets).id}/service-zones?fields=id,service_zones.id`,
        { name: 'Europe', geo_zones: [{ type: 'country', country_code: 'at' }] },
    );
    const { shipping_profiles: profiles } = await admin.get<{ shipping_profiles: WithId[] }>(
        '/admin/shipping-profiles',
    );
    const profileId = first(profiles).id;
    await admin.post('/admin/shipping-options', {
        ...{ name: 'Standard', service_zone_id: first(set.service_zones).id, shipping_profile_id: profileId },
        ...{ provider_id: 'manual_manual', price_type: 'flat', rules: [] },
        type: { label: 'Standard', description: 'Standard', code: 'standard' },
        prices: [{ currency_code: 'usd', amount: 5 }],
    });
    return profileId;
}

function first<T>(items: readonly T[]): T {
    const [item] = items;
    if (!item) {
        throw new Error('Medusa has not what it comes with.');
    }
    return item;
}
