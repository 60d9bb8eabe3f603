import { Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { consentMethods, purposes } from '../shared/labels';
import type { Consent } from './glance.graphql';

/** What holds now, and all that was decided before. */
export function ConsentHistory({ consents }: { consents: readonly Consent[] }) {
    const current = consents.filter(({ endedAt }) => endedAt === null);
    const past = consents.filter(({ endedAt }) => endedAt !== null);
    return (
        <div className="space-y-3">
            <Decisions consents={current} />
            {past.length > 0 && (
                <details>
                    <summary className="cursor-pointer text-sm underline underline-offset-4">
                        <Trans>Before that</Trans>
                    </summary>
                    <div className="mt-3">
                        <Decisions consents={past} />
                    </div>
                </details>
            )}
        </div>
    );
}

function Decisions({ consents }: { consents: readonly Consent[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={consents.map(consent => ({ ...consent, id: `${consent.purpose} ${consent.at}` }))}
            none={<Trans>They have decided about nothing: nothing is agreed to.</Trans>}
            columns={[
                { title: <Trans>Purpose</Trans>, cell: ({ purpose }) => label(purposes, purpose) },
                {
                    title: <Trans>Decision</Trans>,
                    cell: ({ agreed }) =>
                        agreed ? (
                            <Badge variant="success">
                                <Trans>Agreed</Trans>
                            </Badge>
                        ) : (
                            <Badge variant="outline">
                                <Trans>Refused</Trans>
                            </Badge>
                        ),
                },
                { title: <Trans>When</Trans>, cell: ({ at }) => <Moment at={at} /> },
                {
                    title: <Trans>How</Trans>,
                    cell: ({ method, because, recordedByName }) => (
                        <div className="max-w-60 min-w-32 whitespace-normal">
                            <p>{label(consentMethods, method)}</p>
                            {because && (
                                <p className="text-xs break-words text-muted-foreground">
                                    {because}
                                    {recordedByName && ` · ${recordedByName}`}
                                </p>
                            )}
                        </div>
                    ),
                },
                { title: <Trans>Text version</Trans>, cell: ({ textVersion }) => textVersion },
            ]}
        />
    );
}
