import { LoadFailed, Loading, ShowMore } from '@efi/plugin-kit/dashboard';
import { Plural, Trans } from '@lingui/react/macro';
import {
    Empty,
    EmptyDescription,
    EmptyHeader,
    EmptyMedia,
    EmptyTitle,
    Page,
    PageBlock,
    PageLayout,
    PageTitle,
} from '@vendure/dashboard';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { quarantineQuery } from '../shared/payments.graphql';
import { useAdminQuery } from '../shared/use-admin-query';
import { QuarantinedPaymentCard } from './quarantined-payment-card';

const HALF_A_MINUTE = 30_000;
const SHOWN = 20;

/** The payments that wait for a person, those that have waited longest first. */
export function QuarantinePage() {
    return (
        <Page pageId="efi-payment-quarantine">
            <PageTitle>
                <Trans>Payment quarantine</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="quarantined">
                    <Quarantine />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Quarantine() {
    const [take, setTake] = useState(SHOWN);
    const payments = useAdminQuery(quarantineQuery, { take }, HALF_A_MINUTE);
    if (payments.isPending) {
        return <Loading />;
    }
    if (payments.isError) {
        return <LoadFailed query={payments} />;
    }
    const { items, totalItems } = payments.data.efiPaymentIntents;
    if (totalItems === 0) {
        return <NothingToDecide />;
    }
    return (
        <>
            <p role="status" className="mb-4 text-sm text-muted-foreground">
                <Plural
                    value={totalItems}
                    one="# payment does not fit together and waits for a decision."
                    other="# payments do not fit together and wait for a decision."
                />
            </p>
            <ul className="divide-y">
                {items.map(payment => (
                    <li key={payment.id} className="py-4">
                        <QuarantinedPaymentCard payment={payment} />
                    </li>
                ))}
            </ul>
            <ShowMore
                shown={items.length}
                total={totalItems}
                isLoading={payments.isFetching}
                onMore={() => setTake(take + SHOWN)}
            />
        </>
    );
}

function NothingToDecide() {
    return (
        <Empty>
            <EmptyHeader>
                <EmptyMedia variant="icon">
                    <ShieldCheck aria-hidden />
                </EmptyMedia>
                <EmptyTitle>
                    <Trans>Nothing to decide</Trans>
                </EmptyTitle>
                <EmptyDescription>
                    <Trans>
                        Payments that do not fit together come here, and no step is taken until you decide.
                    </Trans>
                </EmptyDescription>
            </EmptyHeader>
        </Empty>
    );
}
