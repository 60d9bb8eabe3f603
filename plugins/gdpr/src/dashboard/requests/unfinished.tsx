import { Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { TriangleAlert } from 'lucide-react';
import type { RequestDetail } from './requests.graphql';

/** Which parts are not done, why, and when they are tried again. */
export function Unfinished({ request: { parts, nextTryAt } }: { request: RequestDetail }) {
    return (
        <div role="status" className="flex gap-2 text-sm">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
            <div className="min-w-0 space-y-1">
                <p className="font-medium">
                    <Trans>Not everything is done:</Trans>
                </p>
                <ul className="list-disc pl-4">
                    {parts
                        .filter(({ state }) => state === 'FAILED')
                        .map(({ part, problem }) => (
                            <li key={part} className="break-words">
                                <span className="font-mono text-xs">{part}</span>
                                {': '}
                                <Trans>failed with {problem}</Trans>
                            </li>
                        ))}
                </ul>
                {nextTryAt && (
                    <p className="text-muted-foreground">
                        <Trans>Tried again by itself:</Trans> <Moment at={nextTryAt} />
                    </p>
                )}
            </div>
        </div>
    );
}
