import { LabelBadge, Moment, RecordTable, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Holds } from '../holds/holds';
import { Due } from '../shared/due';
import { bases, kinds, states } from '../shared/labels';
import { ConsentHistory } from './consent-history';
import type { Glance, GlancePart, GlanceRequest } from './glance.graphql';
import { StartRequest } from './start-request';

export function GlanceView({ customerId, glance }: { customerId: string; glance: Glance }) {
    const kept = glance.parts.filter(({ rows }) => rows !== 0);
    return (
        <div className="space-y-8" data-testid="personal-data">
            <Section title={<Trans>What is kept</Trans>}>
                <PartTable parts={kept} />
            </Section>
            <Section title={<Trans>What they agreed to</Trans>}>
                <ConsentHistory consents={glance.consents} />
            </Section>
            <Section title={<Trans>What they asked for</Trans>}>
                <RequestRows requests={glance.requests} />
                <StartRequest customerId={customerId} />
            </Section>
            <Section title={<Trans>Legal holds</Trans>}>
                <Holds customerId={customerId} />
            </Section>
        </div>
    );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
    return (
        <section className="space-y-3">
            <h3 className="text-sm font-medium">{title}</h3>
            {children}
        </section>
    );
}

function PartTable({ parts }: { parts: readonly GlancePart[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={parts.map(part => ({ ...part, id: part.part }))}
            none={<Trans>Nothing is kept.</Trans>}
            columns={[
                {
                    title: <Trans>What</Trans>,
                    cell: ({ holds, part }) => (
                        <div className="max-w-80 min-w-40 whitespace-normal">
                            <p>{holds}</p>
                            <p className="font-mono text-xs text-muted-foreground">{part}</p>
                        </div>
                    ),
                },
                {
                    title: <Trans>Rows</Trans>,
                    cell: ({ rows }) => rows ?? <Trans>could not be counted</Trans>,
                },
                { title: <Trans>Legal basis</Trans>, cell: ({ basis }) => label(bases, basis) },
                {
                    title: <Trans>Kept</Trans>,
                    cell: ({ retention }) => (
                        <span className="block max-w-60 min-w-32 whitespace-normal">{retention}</span>
                    ),
                },
            ]}
        />
    );
}

function RequestRows({ requests }: { requests: readonly GlanceRequest[] }) {
    const label = useLabel();
    return (
        <RecordTable
            rows={requests}
            none={<Trans>They asked for nothing.</Trans>}
            columns={[
                {
                    title: <Trans>What is asked for</Trans>,
                    cell: ({ id, kind }) => (
                        <Link to={`/privacy-requests/${id}`} className="underline underline-offset-4">
                            {label(kinds, kind)}
                        </Link>
                    ),
                },
                {
                    title: <Trans>Where it stands</Trans>,
                    cell: ({ state }) => <LabelBadge labels={states} word={state} />,
                },
                { title: <Trans>Asked</Trans>, cell: ({ createdAt }) => <Moment at={createdAt} /> },
                {
                    title: <Trans>Deadline</Trans>,
                    cell: ({ dueAt, endedAt }) => (endedAt ? <Moment at={endedAt} /> : <Due at={dueAt} />),
                },
            ]}
        />
    );
}
