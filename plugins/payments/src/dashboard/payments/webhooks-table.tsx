import { Moment, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import type { WebhookEvent } from '../shared/payment.types';
import { Reference } from '../shared/reference';

/** What the provider told by itself. */
export function WebhooksTable({ events }: { events: readonly WebhookEvent[] }) {
    return (
        <RecordTable
            rows={events}
            none={<Trans>The provider has told nothing by itself.</Trans>}
            columns={[
                { title: <Trans>Event</Trans>, cell: ({ type }) => type },
                {
                    title: <Trans>Received</Trans>,
                    cell: ({ receivedAt }) => <Moment toTheSecond at={receivedAt} />,
                },
                {
                    title: <Trans>Processed</Trans>,
                    cell: ({ processedAt }) =>
                        processedAt ? <Moment toTheSecond at={processedAt} /> : <Trans>not yet</Trans>,
                },
                { title: <Trans>Deliveries</Trans>, cell: ({ deliveries }) => deliveries },
                {
                    title: <Trans>Event at the provider</Trans>,
                    cell: ({ eventId }) => <Reference>{eventId}</Reference>,
                },
            ]}
        />
    );
}
