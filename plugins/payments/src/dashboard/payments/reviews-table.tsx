import { Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { resolutions } from '../shared/labels';
import type { Review } from '../shared/payment.types';
import { QuarantineReason } from '../shared/quarantine-reason';

/** What people decided about the payment while it was in quarantine. */
export function ReviewsTable({ reviews }: { reviews: readonly Review[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={reviews}
            none={<Trans>Nobody has decided anything.</Trans>}
            columns={[
                { title: <Trans>Decision</Trans>, cell: ({ resolution }) => label(resolutions, resolution) },
                { title: <Trans>Reason</Trans>, cell: ({ reason }) => <Wrapped>{reason}</Wrapped> },
                { title: <Trans>By</Trans>, cell: ({ userIdentifier }) => userIdentifier },
                {
                    title: <Trans>When</Trans>,
                    cell: ({ createdAt }) => <Moment toTheSecond at={createdAt} />,
                },
                {
                    title: <Trans>What did not fit</Trans>,
                    cell: review => (
                        <Wrapped>
                            <QuarantineReason of={review} />
                        </Wrapped>
                    ),
                },
            ]}
        />
    );
}

function Wrapped({ children }: { children: ReactNode }) {
    return <p className="max-w-80 min-w-40 whitespace-normal">{children}</p>;
}
