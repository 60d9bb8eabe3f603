import { LabelBadge, LoadFailed, Loading, RecordTable } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import type { Verdict } from '../shared/decision.types';
import { verdicts } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import type { Tally } from '../rules/rules.graphql';
import { previewQuery, type Thresholds } from './policy.graphql';

const none: Tally = { good: 0, fraud: 0, unlabelled: 0 };
const order: readonly Verdict[] = ['ALLOW', 'STEP_UP', 'REVIEW', 'BLOCK'];

/** Verdicts under two sets of thresholds side by side, good and bad orders apart. */
export function Preview({ saved, wanted }: { saved: Thresholds; wanted: Thresholds | undefined }) {
    const now = useAdminQuery(previewQuery, only(saved));
    const then = useAdminQuery(previewQuery, only(wanted ?? saved));
    const failed = [now, then].find(({ isError }) => isError);
    if (failed) {
        return <LoadFailed query={failed} />;
    }
    if (!now.data || !then.data) {
        return <Loading />;
    }
    const before = new Map(now.data.efiFraudPolicyPreview.map(({ verdict, orders }) => [verdict, orders]));
    const after = new Map(then.data.efiFraudPolicyPreview.map(({ verdict, orders }) => [verdict, orders]));
    const rows = order.map(verdict => ({
        id: verdict,
        before: before.get(verdict) ?? none,
        after: after.get(verdict) ?? none,
    }));
    const most = (kind: keyof Tally) =>
        Math.max(1, ...rows.flatMap(row => [row.before[kind], row.after[kind]]));
    return (
        <RecordTable
            rows={rows}
            none={null}
            columns={[
                {
                    title: <Trans>Verdict</Trans>,
                    cell: ({ id }) => <LabelBadge labels={verdicts} word={id} />,
                },
                {
                    title: <Trans>Good orders</Trans>,
                    cell: row => <Change row={row} kind="good" most={most('good')} colour="bg-success" />,
                },
                {
                    title: <Trans>Fraud</Trans>,
                    cell: row => (
                        <Change row={row} kind="fraud" most={most('fraud')} colour="bg-destructive" />
                    ),
                },
                {
                    title: <Trans>Nobody has judged</Trans>,
                    cell: row => (
                        <Change
                            row={row}
                            kind="unlabelled"
                            most={most('unlabelled')}
                            colour="bg-muted-foreground"
                        />
                    ),
                },
            ]}
        />
    );
}

interface Row {
    readonly before: Tally;
    readonly after: Tally;
}

function Change({ row, kind, most, colour }: { row: Row; kind: keyof Tally; most: number; colour: string }) {
    const { formatNumber } = useLocalFormat();
    const [before, after] = [row.before[kind], row.after[kind]];
    return (
        <div className="min-w-28 space-y-1">
            <p className="whitespace-nowrap tabular-nums">
                {formatNumber(before)}
                {after !== before && (
                    <>
                        {' → '}
                        <strong>{formatNumber(after)}</strong>
                    </>
                )}
            </p>
            <span aria-hidden className="block h-1 rounded-full bg-muted">
                <span
                    className={`block h-1 rounded-full opacity-40 ${colour}`}
                    style={{ width: `${(before / most) * 100}%` }}
                />
            </span>
            <span aria-hidden className="block h-1 rounded-full bg-muted">
                <span
                    className={`block h-1 rounded-full ${colour}`}
                    style={{ width: `${(after / most) * 100}%` }}
                />
            </span>
        </div>
    );
}

function only({ stepUpFrom, reviewFrom, blockFrom }: Thresholds) {
    return { stepUpFrom, reviewFrom, blockFrom };
}
