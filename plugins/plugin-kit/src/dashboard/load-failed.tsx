import { useLingui } from '@lingui/react';
import { Button } from '@vendure/dashboard';
import { words } from './words';

/** In place of what could not be read from the server, with its reason. */
export function LoadFailed({ query }: { query: LoadableQuery }) {
    const { _ } = useLingui();
    return (
        <div role="alert" className="flex flex-wrap items-center gap-4">
            <p className="text-destructive">
                {_(words.notLoaded)} {query.error?.message}
            </p>
            <Button
                variant="outline"
                size="sm"
                disabled={query.isFetching}
                onClick={() => void query.refetch()}
            >
                {_(words.tryAgain)}
            </Button>
        </div>
    );
}

/** The part of a query's result that is needed to show its failure. */
interface LoadableQuery {
    readonly error: Error | null;
    readonly isFetching: boolean;
    readonly refetch: () => Promise<unknown>;
}
