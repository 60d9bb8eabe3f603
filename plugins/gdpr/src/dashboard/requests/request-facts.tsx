import { Fact, Facts, LabelBadge, Moment, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Button, useLocalFormat } from '@vendure/dashboard';
import { DownloadIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Due } from '../shared/due';
import { proofs, states } from '../shared/labels';
import { Person } from '../shared/person';
import { saveFile } from '../shared/save-file';
import { Unfinished } from './unfinished';
import type { RequestDetail } from './requests.graphql';

/** Who asks, how long there is time, and what has come of it. */
export function RequestFacts({ request }: { request: RequestDetail }) {
    const label = useLabel();
    const { state, createdAt, dueAt, endedAt, startsAt, verifiedAt, verifiedBy } = request;
    return (
        <div className="space-y-4">
            <Facts>
                <Fact name={<Trans>State</Trans>}>
                    <LabelBadge labels={states} word={state} />
                </Fact>
                <Fact name={<Trans>Person</Trans>}>
                    <Person of={request} />
                </Fact>
                <Fact name={<Trans>Deadline</Trans>}>
                    {endedAt ? <Moment at={dueAt} /> : <Due at={dueAt} />}
                </Fact>
                <Fact name={<Trans>Asked</Trans>}>
                    <Moment at={createdAt} />
                </Fact>
                <Fact name={<Trans>Who asks is known</Trans>}>
                    {verifiedBy ? label(proofs, verifiedBy) : <Trans>Not yet</Trans>}
                    {verifiedAt && (
                        <>
                            {' · '}
                            <Moment at={verifiedAt} />
                        </>
                    )}
                </Fact>
                {endedAt ? (
                    <Fact name={<Trans>Ended</Trans>}>
                        <Moment at={endedAt} />
                    </Fact>
                ) : (
                    new Date(startsAt) > new Date() && (
                        <Fact name={<Trans>Can be taken back until</Trans>}>
                            <Moment at={startsAt} />
                        </Fact>
                    )
                )}
            </Facts>
            {state === 'PARTIAL' && <Unfinished request={request} />}
            <Words title={<Trans>In the customer’s words</Trans>} text={request.note} />
            <Words title={<Trans>Extended, because</Trans>} text={request.extendedBecause} />
            <Words title={<Trans>Refused, because</Trans>} text={request.refusedBecause} />
            <Outcome request={request} />
        </div>
    );
}

function Words({ title, text }: { title: ReactNode; text: string | null }) {
    return text ? (
        <div className="text-sm">
            <p className="text-xs text-muted-foreground">{title}</p>
            <p className="break-words whitespace-pre-wrap">{text}</p>
        </div>
    ) : null;
}

/** The file of an access, which its owner alone can fetch, or the certificate of an erasure. */
function Outcome({ request: { id, export: file, certificate, kind, state } }: { request: RequestDetail }) {
    const { formatNumber } = useLocalFormat();
    const isFile = kind === 'ACCESS' || kind === 'PORTABILITY';
    if (certificate) {
        return (
            <Button
                type="button"
                variant="outline"
                size="sm"
                onClick={() => saveFile(certificate, `erasure-${id}.jws`, 'application/jose')}
            >
                <DownloadIcon className="size-4" aria-hidden />
                <Trans>Download the certificate</Trans>
            </Button>
        );
    }
    if (file) {
        const size = formatNumber(Math.ceil(file.bytes / 1024));
        return (
            <p className="text-sm">
                <Trans>The file ({size} kB) is ready. The customer alone can fetch it, until</Trans>{' '}
                <Moment at={file.expiresAt} />
            </p>
        );
    }
    return isFile && state === 'COMPLETED' ? (
        <p className="text-sm text-muted-foreground">
            <Trans>The file’s time is over: it is deleted.</Trans>
        </p>
    ) : null;
}
