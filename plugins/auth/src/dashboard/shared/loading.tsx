import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@vendure/dashboard';

export function Loading() {
    const { t } = useLingui();
    return (
        <div role="status" aria-label={t`Loading`} className="space-y-3">
            <Skeleton className="h-6 w-1/2" />
            <Skeleton className="h-24 w-full" />
        </div>
    );
}
