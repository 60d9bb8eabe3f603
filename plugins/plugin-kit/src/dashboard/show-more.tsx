import { useLingui } from '@lingui/react';
import { Button } from '@vendure/dashboard';
import { words } from './words';

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
    const { _ } = useLingui();
    return shown < total ? (
        <Button variant="outline" size="sm" className="mt-4" disabled={isLoading} onClick={onMore}>
            {_({ ...words.showMore, values: { shown, total } })}
        </Button>
    ) : null;
}
