import { useLingui } from '@lingui/react';
import { Skeleton } from '@vendure/dashboard';
import { words } from './words';

/** In place of what is being read from the server. */
export function Loading() {
    const { _ } = useLingui();
    return (
        <div role="status" aria-label={_(words.loading)} className="space-y-3">
            <Skeleton className="h-6 w-1/2" />
            <Skeleton className="h-24 w-full" />
        </div>
    );
}
