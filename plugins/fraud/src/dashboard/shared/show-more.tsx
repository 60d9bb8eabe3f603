import { Trans } from '@lingui/react/macro';
import { Button } from '@vendure/dashboard';

/** At the end of a list that is not shown in full. */
export function ShowMore({
    shown,
    total,
    isLoading,
    onMore,
}: {
    shown: number;
    total: number;
    isLoading: boolean;
    onMore: () => void;
}) {
    return shown < total ? (
        <Button variant="outline" size="sm" className="mt-4" disabled={isLoading} onClick={onMore}>
            <Trans>
                Show more ({shown} of {total})
            </Trans>
        </Button>
    ) : null;
}
