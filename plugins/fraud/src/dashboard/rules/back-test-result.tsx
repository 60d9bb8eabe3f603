import { Fact, Facts, LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useLocalFormat } from '@vendure/dashboard';
import type { ReactNode } from 'react';
import type { BackTested } from './use-back-test';

export function BackTestResult({ backTest }: { backTest: BackTested }) {
    switch (backTest.state) {
        case 'empty':
            return (
                <Muted>
                    <Trans>Write an expression to see what it would have done.</Trans>
                </Muted>
            );
        case 'testing':
            return <Loading />;
        case 'invalid':
            return (
                <p role="alert" className="text-sm break-words whitespace-pre-wrap text-destructive">
                    {backTest.message}
                </p>
            );
        case 'failed':
            return <LoadFailed query={backTest.query} />;
        case 'tested':
            return <Figures of={backTest.result} />;
    }
}

function Figures({ of: { orders, fired, unknown, precision, recall } }: { of: Tested }) {
    const { formatNumber } = useLocalFormat();
    return (
        <div role="status" className="space-y-4">
            <Facts>
                <Fact name={<Trans>Fires on good orders</Trans>}>
                    <Of part={fired.good} whole={orders.good} />
                </Fact>
                <Fact name={<Trans>Fires on fraud</Trans>}>
                    <Of part={fired.fraud} whole={orders.fraud} />
                </Fact>
                <Fact name={<Trans>Fires on what nobody has judged</Trans>}>
                    <Of part={fired.unlabelled} whole={orders.unlabelled} />
                </Fact>
                <Fact name={<Trans>Could not say</Trans>}>{formatNumber(unknown)}</Fact>
                <Fact name={<Trans>Precision</Trans>}>
                    <Share value={precision} />
                </Fact>
                <Fact name={<Trans>Recall</Trans>}>
                    <Share value={recall} />
                </Fact>
            </Facts>
            <p className="text-xs text-muted-foreground">
                <Trans>
                    Precision: of the judged orders that it fires on, those that were fraud. Recall: of the
                    fraud, what it fires on. At most the last 10,000 attempts are looked at.
                </Trans>
            </p>
        </div>
    );
}

type Tested = Extract<BackTested, { state: 'tested' }>['result'];

function Of({ part, whole }: { part: number; whole: number }) {
    const { formatNumber } = useLocalFormat();
    return (
        <span className="text-lg tabular-nums">
            {formatNumber(part)}{' '}
            <span className="text-sm text-muted-foreground">/ {formatNumber(whole)}</span>
        </span>
    );
}

function Share({ value }: { value: number | null }) {
    const { formatNumber } = useLocalFormat();
    return value === null ? '–' : `${formatNumber(Math.round(value * 1000) / 10)} %`;
}

function Muted({ children }: { children: ReactNode }) {
    return <p className="text-sm text-muted-foreground">{children}</p>;
}
