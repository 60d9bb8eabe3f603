import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { adminQueries, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { gql } from 'graphql-tag';

const { useAdminQuery } = adminQueries('efi-vat-number');

const vatNumberQuery: TypedDocumentNode<
    { order: { readonly efiVatNumber: string | null } | null },
    { orderId: string }
> = gql`
    query EfiOrderVatNumber($orderId: ID!) {
        order(id: $orderId) {
            id
            efiVatNumber
        }
    }
`;

/** The number of the company that an order is for. */
export function OrderVatNumber({ orderId }: { orderId: string }) {
    const query = useAdminQuery(vatNumberQuery, { orderId });
    if (query.isPending) {
        return <Loading />;
    }
    if (query.isError) {
        return <LoadFailed query={query} />;
    }
    const vatNumber = query.data.order?.efiVatNumber;
    return vatNumber ? (
        <div data-testid="vat-number">
            <p className="font-medium tabular-nums">{vatNumber}</p>
            <p className="mt-1 text-sm text-muted-foreground">
                <Trans>Its form and check digits are right. Whether it was given out, VIES knows.</Trans>
            </p>
        </div>
    ) : (
        <p className="text-sm text-muted-foreground">
            <Trans>None was given.</Trans>
        </p>
    );
}
