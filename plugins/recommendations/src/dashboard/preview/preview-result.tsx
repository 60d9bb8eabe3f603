import { Fact, Facts, LoadFailed, Loading, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@vendure/dashboard';
import { ModelName } from '../results/model-name';
import { impersonal } from '../shared/labels';
import { useAdminQuery } from '../shared/use-admin-query';
import { type PreviewInput, type PreviewList, previewQuery } from './preview.graphql';
import { PreviewTable } from './preview-table';

/** The list, once enough is chosen. */
export function PreviewResult({ input }: { input: PreviewInput }) {
    return input.take === 0 ? (
        <p className="text-sm text-muted-foreground">
            {input.placement === 'AFTER_PURCHASE' ? (
                <Trans>Enter an order code to see the list.</Trans>
            ) : (
                <Trans>Choose a product to see the list.</Trans>
            )}
        </p>
    ) : (
        <Answer input={input} />
    );
}

function Answer({ input }: { input: PreviewInput }) {
    const preview = useAdminQuery(previewQuery, { input });
    if (preview.isPending) {
        return <Loading />;
    }
    if (preview.isError) {
        return <LoadFailed query={preview} />;
    }
    const list = preview.data.efiRecommendationPreview;
    return (
        <div className="space-y-4">
            <Origin list={list} />
            {list.items.length === 0 ? (
                <p className="text-sm text-muted-foreground">
                    <Trans>Nothing to show: the shop leaves the place empty.</Trans>
                </p>
            ) : (
                <PreviewTable items={list.items} />
            )}
        </div>
    );
}

function Origin({ list }: { list: PreviewList }) {
    const label = useLabel();
    return (
        <Facts>
            <Fact name={<Trans>Made by</Trans>}>
                <ModelName id={list.modelId} />
            </Fact>
            <Fact name={<Trans>Personal</Trans>}>
                {list.impersonal === null ? (
                    <Badge variant="success">
                        <Trans>From what the customer bought</Trans>
                    </Badge>
                ) : (
                    label(impersonal, list.impersonal)
                )}
            </Fact>
        </Facts>
    );
}
