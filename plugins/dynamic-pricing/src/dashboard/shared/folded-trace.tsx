import { Trans } from '@lingui/react/macro';
import type { Trace } from './trace';
import { TraceWords } from './trace-words';

/** The rules that made a price, and the whole trace on demand: for long tables. */
export function FoldedTrace({ trace, currency }: { trace: Trace; currency: string }) {
    const rules = trace.fired.map(({ name }) => name).join(', ');
    return (
        <details className="min-w-52 text-sm whitespace-normal">
            <summary className="cursor-pointer">
                {rules !== '' ? (
                    rules
                ) : trace.basis === 'list-price' ? (
                    <Trans>Back to the list price</Trans>
                ) : (
                    <Trans>Data are missing</Trans>
                )}
                {trace.cuts.some(({ guard }) => guard !== 'rounding') && (
                    <span className="text-muted-foreground">
                        {' · '}
                        <Trans>cut by a guard</Trans>
                    </span>
                )}
            </summary>
            <div className="mt-2">
                <TraceWords trace={trace} currency={currency} />
            </div>
        </details>
    );
}
