import 'server-only';
import { cache } from 'react';
import { queryAsShopper } from '@/lib/vendure/client';
import { PickUpOptionsQuery } from './pick-up-documents';

/** Where the order can be fetched as it is now, and where the customer fetched the last one, by id. */
export const fetchPickUpOptions = cache(async () => {
    const { activeOrder, activeCustomer } = await queryAsShopper(PickUpOptionsQuery, {});
    return {
        options: activeOrder?.efiPickUpOptions ?? [],
        lastPlace: activeCustomer?.orders.items[0]?.efiPickUpPlace?.placeId,
    };
});
