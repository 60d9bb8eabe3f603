import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { gql } from 'graphql-tag';

export interface PlaceAddress {
    readonly streetLine: string;
    readonly postalCode: string;
    readonly city: string;
    readonly countryCode: string;
}

export interface PlaceDetailsInput extends PlaceAddress {
    readonly openingHours: string;
}

export const placeDetailsQuery: TypedDocumentNode<
    {
        stockLocation: {
            efiPickUpDetails: { readonly address: PlaceAddress; readonly openingHours: string } | null;
        } | null;
    },
    { locationId: string }
> = gql`
    query EfiPickUpDetails($locationId: ID!) {
        stockLocation(id: $locationId) {
            id
            efiPickUpDetails {
                address {
                    streetLine
                    postalCode
                    city
                    countryCode
                }
                openingHours
            }
        }
    }
`;

export const placeDetailsMutation: TypedDocumentNode<
    { setEfiPickUpDetails: { readonly id: string } },
    { locationId: string; details: PlaceDetailsInput }
> = gql`
    mutation SetEfiPickUpDetails($locationId: ID!, $details: EfiPickUpDetailsInput!) {
        setEfiPickUpDetails(stockLocationId: $locationId, details: $details) {
            id
        }
    }
`;
