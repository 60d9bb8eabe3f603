import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { adminQueries, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Label, Switch, toast, usePermissions } from '@vendure/dashboard';
import { gql } from 'graphql-tag';
import { PlaceDetails } from './place-details';

const { useAdminQuery, useRefresh } = adminQueries('efi-pick-up');

const placeQuery: TypedDocumentNode<
    { stockLocation: { readonly efiIsPickUpPlace: boolean } | null },
    { locationId: string }
> = gql`
    query EfiPickUpPlace($locationId: ID!) {
        stockLocation(id: $locationId) {
            id
            efiIsPickUpPlace
        }
    }
`;

const placeMutation: TypedDocumentNode<
    { setEfiPickUpPlace: { readonly id: string } },
    { locationId: string; isPlace: boolean }
> = gql`
    mutation SetEfiPickUpPlace($locationId: ID!, $isPlace: Boolean!) {
        setEfiPickUpPlace(stockLocationId: $locationId, isPickUpPlace: $isPlace) {
            id
        }
    }
`;

/** Says whether shoppers fetch what they ordered at a stock location. It holds at once, without the page's button. */
export function PickUpPlace({ locationId }: { locationId: string }) {
    const { t } = useLingui();
    const { hasPermissions } = usePermissions();
    const refresh = useRefresh();
    const query = useAdminQuery(placeQuery, { locationId });
    const change = useMutation({
        mutationFn: (isPlace: boolean) => api.mutate(placeMutation, { locationId, isPlace }),
        onSuccess: refresh,
        onError: ({ message }) => toast.error(t`This could not be kept.`, { description: message }),
    });
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const isPlace = query.data.stockLocation?.efiIsPickUpPlace === true;
    return (
        <>
            <div className="flex items-start gap-3">
                <Switch
                    id="efi-is-pick-up-place"
                    checked={isPlace}
                    disabled={change.isPending || !hasPermissions(['UpdateStockLocation'])}
                    onCheckedChange={on => change.mutate(on)}
                />
                <div>
                    <Label htmlFor="efi-is-pick-up-place">
                        <Trans>Shoppers fetch here what they ordered</Trans>
                    </Label>
                    <p className="mt-1 text-sm text-muted-foreground">
                        <Trans>
                            Product pages show its name, and whether the product is there; not how many
                            pieces.
                        </Trans>
                    </p>
                </div>
            </div>
            {isPlace && <PlaceDetails locationId={locationId} />}
        </>
    );
}
