import { Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { api } from '@vendure/dashboard';
import { reservationsQuery } from './order-payments.graphql';

/** Stock that is held while the order is being paid. Nothing where no stock is held, or can't be. */
export function OrderReservations({ orderId }: { orderId: string }) {
    const query = useQuery({
        queryKey: ['efi-order-reservations', orderId],
        queryFn: () => api.query(reservationsQuery, { id: orderId }),
        retry: false,
    });
    const reservations = query.data?.order?.efiStockReservations ?? [];
    if (reservations.length === 0) {
        return null;
    }
    const rows = reservations.map(reservation => ({
        ...reservation,
        id: `${reservation.productVariant.id} ${reservation.stockLocation.id}`,
    }));
    return (
        <section className="mt-6">
            <h3 className="mb-2 font-medium">
                <Trans>Stock held during payment</Trans>
            </h3>
            <RecordTable
                rows={rows}
                none={null}
                columns={[
                    { title: <Trans>Product</Trans>, cell: ({ productVariant }) => productVariant.name },
                    { title: <Trans>SKU</Trans>, cell: ({ productVariant }) => productVariant.sku },
                    { title: <Trans>Stock location</Trans>, cell: ({ stockLocation }) => stockLocation.name },
                    { title: <Trans>Quantity</Trans>, cell: ({ quantity }) => quantity },
                    {
                        title: <Trans>Held until</Trans>,
                        cell: ({ expiresAt }) => <Moment toTheSecond at={expiresAt} />,
                    },
                ]}
            />
        </section>
    );
}
