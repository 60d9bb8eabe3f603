import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useMoney } from './amount';
import { guardNames, lostReasons } from './labels';
import type { Trace } from './trace';

/** A trace in words: what fired, what lost and why, which guard cut, and where it ended. */
export function TraceWords({ trace, currency }: { trace: Trace; currency: string }) {
    const money = useMoney(currency);
    const label = useLabel();
    const list = money(trace.inputs.listPrice);
    const final = money(trace.price);
    return (
        <ol className="min-w-64 space-y-1 whitespace-normal text-sm">
            {trace.basis === 'list-price' && (
                <li>
                    <Trans>No rule fired: the list price, {list}.</Trans>
                </li>
            )}
            {trace.basis === 'held-for-want-of-data' && (
                <li>
                    <Trans>Data are missing: the last good price stays.</Trans>
                </li>
            )}
            {trace.fired.map(({ ruleId, name, from, to }) => {
                const [before, after] = [money(Math.round(from)), money(Math.round(to))];
                return (
                    <li key={ruleId}>
                        <Trans>
                            <span className="font-medium">{name}</span> fired: {before} → {after}
                        </Trans>
                    </li>
                );
            })}
            {trace.lost.map(({ ruleId, name, reason }) => {
                const why = label(lostReasons, reason);
                return (
                    <li key={ruleId} className="text-muted-foreground">
                        <Trans>
                            {name} lost: {why}
                        </Trans>
                    </li>
                );
            })}
            {trace.cuts.map(({ guard, from, to, over }, at) => {
                const [name, before, after] = [
                    label(guardNames, guard),
                    money(Math.round(from)),
                    money(Math.round(to)),
                ];
                const weaker = over === undefined ? '' : label(guardNames, over);
                return (
                    <li key={at} className="text-amber-700 dark:text-amber-400">
                        {over === undefined ? (
                            <Trans>
                                {name} cut: {before} → {after}
                            </Trans>
                        ) : (
                            <Trans>
                                {name} cut and won over “{weaker}”: {before} → {after}
                            </Trans>
                        )}
                    </li>
                );
            })}
            <li className="font-medium">
                <Trans>Final price: {final}</Trans>
            </li>
        </ol>
    );
}
