import { Suspense } from 'react';
import { currentConsent } from '@/lib/consent/current-consent';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';
import { NoRail } from './no-rail';
import { RailFrame, RailSkeleton } from './rail-frame';
import { RailCards } from './rail-cards';
import { fetchRail, type RailRequest } from './rail-query';

/** Recommendations in a row, streamed into the page when they are there. */
export function Rail(request: RailRequest) {
    return (
        <Suspense fallback={<RailSkeleton title={request.placement} />}>
            <LoadedRail {...request} />
        </Suspense>
    );
}

async function LoadedRail(request: RailRequest) {
    const [list, consent, customer] = await Promise.all([
        fetchRail(request),
        currentConsent(),
        fetchCurrentCustomer(),
    ]);
    if (!list) {
        return (
            <NoRail>
                <RailSkeleton title={request.placement} />
            </NoRail>
        );
    }
    // What sells is not called personal, whatever was asked for.
    const title = request.placement === 'FOR_YOU' && !list.personal ? 'TRENDING' : request.placement;
    return (
        <RailFrame title={title}>
            <RailCards
                key={list.recommendationId}
                list={list}
                isReported={consent.purposes.length > 0}
                canHide={customer !== undefined}
            />
        </RailFrame>
    );
}
