import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import {
    Badge,
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogHeader,
    DialogTitle,
} from '@vendure/dashboard';
import { useState } from 'react';
import { type Import, problemsQuery } from './imports.graphql';
import { useAdminQuery } from './use-admin-query';

const PAGE = 50;

/** How many problems a file has, and which. */
export function Problems({ of: item }: { of: Import }) {
    const [isOpen, setOpen] = useState(false);
    const total = item.problems.totalItems;
    if (total === 0) {
        return <>0</>;
    }
    return (
        <>
            <Button
                type="button"
                variant="link"
                className="h-auto p-0 underline"
                onClick={() => setOpen(true)}
            >
                <Plural value={total} one="# problem" other="# problems" />
            </Button>
            {isOpen && <ProblemDialog of={item} onClose={() => setOpen(false)} />}
        </>
    );
}

function ProblemDialog({ of: { id, fileName }, onClose }: { of: Import; onClose: () => void }) {
    const { t } = useLingui();
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && onClose()}>
            <DialogContent className="max-h-[85vh] overflow-y-auto">
                <DialogHeader>
                    <DialogTitle>{t`Problems of ${fileName}`}</DialogTitle>
                    <DialogDescription>
                        <Trans>By the line of the file. What has a note only was imported.</Trans>
                    </DialogDescription>
                </DialogHeader>
                <ProblemList id={id} />
            </DialogContent>
        </Dialog>
    );
}

function ProblemList({ id }: { id: string }) {
    const { t } = useLingui();
    const [skip, setSkip] = useState(0);
    const problems = useAdminQuery(problemsQuery, { id, skip });
    if (problems.isPending) {
        return <Loading />;
    }
    if (problems.isError) {
        return <LoadFailed query={problems} />;
    }
    const { items, totalItems } = problems.data.efiCatalogueImport?.problems ?? { items: [], totalItems: 0 };
    const turn = (by: number, text: string, isPossible: boolean) => (
        <Button
            type="button"
            variant="outline"
            size="sm"
            disabled={!isPossible}
            onClick={() => setSkip(skip + by)}
        >
            {text}
        </Button>
    );
    return (
        <>
            <ol className="space-y-2 text-sm">
                {items.map(({ id: key, line, reason, isWarning }) => (
                    <li key={key} className="flex flex-wrap items-baseline gap-2">
                        <span className="text-muted-foreground tabular-nums">
                            <Trans>Line {line}</Trans>
                        </span>
                        {isWarning && (
                            <Badge variant="warning">
                                <Trans>Note</Trans>
                            </Badge>
                        )}
                        <span className="min-w-0 break-words">{reason}</span>
                    </li>
                ))}
            </ol>
            {totalItems > PAGE && (
                <nav aria-label={t`Pages`} className="flex gap-2">
                    {turn(-PAGE, t`Earlier lines`, skip > 0)}
                    {turn(PAGE, t`Later lines`, skip + PAGE < totalItems)}
                </nav>
            )}
        </>
    );
}
