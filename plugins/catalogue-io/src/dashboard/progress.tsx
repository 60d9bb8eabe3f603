import { useLingui } from '@lingui/react/macro';
import type { Import } from './imports.graphql';

/** How much of the file is read. */
export function Progress({ of: { fileName, progress } }: { of: Import }) {
    const { t } = useLingui();
    return (
        <div className="flex items-center gap-2 text-xs tabular-nums">
            <progress
                className="h-2 w-24 accent-primary"
                max={100}
                value={progress}
                aria-label={t`Progress of ${fileName}`}
            />
            {progress} %
        </div>
    );
}
