import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { adminQueries, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { gql } from 'graphql-tag';
import type { PlaceAddress } from './place-details.graphql';

const { useAdminQuery } = adminQueries('efi-pick-up-order');

const orderPlaceQuery: TypedDocumentNode<
    {
        order: {
            efiPickUpPlace: { readonly name: string; readonly address: PlaceAddress | null } | null;
        } | null;
    },
    { orderId: string }
> = gql`
    query EfiOrderPickUpPlace($orderId: ID!) {
        order(id: $orderId) {
            id
            efiPickUpPlace {
                name
                address {
                    streetLine
                    postalCode
                    city
                    countryCode
                }
            }
        }
    }
`;

/** Where an order is fetched. */
export function OrderPlace({ orderId }: { orderId: string }) {
    const query = useAdminQuery(orderPlaceQuery, { orderId });
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const place = query.data.order?.efiPickUpPlace;
    if (!place) {
        return (
            <p className="text-sm text-muted-foreground">
                <Trans>It is not fetched at a place.</Trans>
            </p>
        );
    }
    const { name, address } = place;
    return (
        <div data-testid="pick-up-place">
            <p className="font-medium">{name}</p>
            {address && (
                <p className="mt-1 text-sm text-muted-foreground">
                    {address.streetLine}, {address.postalCode} {address.city}, {address.countryCode}
                </p>
            )}
        </div>
    );
}
