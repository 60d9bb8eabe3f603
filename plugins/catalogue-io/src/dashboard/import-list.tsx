import {
    LabelBadge,
    type Labels,
    LoadFailed,
    Loading,
    Moment,
    RecordTable,
    ShowMore,
} from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { CancelImport } from './cancel-import';
import { type Import, importsQuery } from './imports.graphql';
import { Problems } from './problems';
import { Progress } from './progress';
import { useAdminQuery } from './use-admin-query';

const PAGE = 20;
const MOST = 100;
const SOON = 1_000;

const states: Labels = {
    WAITING: { text: msg`Waiting` },
    RUNNING: { text: msg`Running` },
    COMPLETED: { text: msg`Completed`, variant: 'success' },
    FAILED: { text: msg`Failed`, variant: 'destructive' },
    CANCELLED: { text: msg`Cancelled`, variant: 'warning' },
};

const isUnderWay = ({ state }: Import): boolean => state === 'WAITING' || state === 'RUNNING';

/** The newest imports; as long as one is under way, its figures move. */
export function ImportList() {
    const [take, setTake] = useState(PAGE);
    const imports = useAdminQuery(importsQuery, { take }, data =>
        data?.efiCatalogueImports.items.some(isUnderWay) ? SOON : false,
    );
    if (imports.isPending) {
        return <Loading />;
    }
    if (imports.isError) {
        return <LoadFailed query={imports} />;
    }
    const { items, totalItems } = imports.data.efiCatalogueImports;
    return (
        <>
            <ImportTable imports={items} />
            <ShowMore
                shown={items.length}
                total={Math.min(totalItems, MOST)}
                isLoading={imports.isFetching}
                onMore={() => setTake(MOST)}
            />
        </>
    );
}

function ImportTable({ imports }: { imports: readonly Import[] }) {
    return (
        <RecordTable
            rows={imports}
            none={<Trans>Nothing was imported yet.</Trans>}
            columns={[
                { title: <Trans>When</Trans>, cell: ({ createdAt }) => <Moment at={createdAt} /> },
                {
                    title: <Trans>File</Trans>,
                    cell: ({ fileName, dryRun }) => (
                        <div className="max-w-60 break-words whitespace-normal">
                            {fileName}
                            {dryRun && (
                                <p className="text-xs text-muted-foreground">
                                    <Trans>Check only</Trans>
                                </p>
                            )}
                        </div>
                    ),
                },
                {
                    title: <Trans>State</Trans>,
                    cell: item => (
                        <div className="space-y-2">
                            <LabelBadge labels={states} word={item.state} />
                            {isUnderWay(item) && <Progress of={item} />}
                            {item.error && (
                                <p className="max-w-80 text-xs whitespace-normal text-destructive">
                                    {item.error}
                                </p>
                            )}
                        </div>
                    ),
                },
                { title: <Trans>New</Trans>, cell: ({ created }) => created },
                { title: <Trans>Changed</Trans>, cell: ({ updated }) => updated },
                { title: <Trans>Unchanged</Trans>, cell: ({ unchanged }) => unchanged },
                { title: <Trans>Refused</Trans>, cell: ({ refused }) => refused },
                { title: <Trans>Problems</Trans>, cell: item => <Problems of={item} /> },
                {
                    title: <span className="sr-only">{<Trans>Cancel</Trans>}</span>,
                    cell: item => isUnderWay(item) && <CancelImport id={item.id} />,
                },
            ]}
        />
    );
}
