import { Trans, useLingui } from '@lingui/react/macro';
import { AssetPickerDialog, Button } from '@vendure/dashboard';
import { useState } from 'react';
import { assetQuery } from './content.graphql';
import { FieldProblem } from './text-field';
import { useAdminQuery } from './use-content-query';

/** A picture, chosen from the shop's assets. */
export function AssetField({
    assetId,
    problem,
    onChange,
}: {
    assetId: string | null;
    problem: string | undefined;
    onChange: (assetId: string | null) => void;
}) {
    const { t } = useLingui();
    const [isChoosing, setIsChoosing] = useState(false);
    return (
        <div className="space-y-2" role="group" aria-label={t`Picture`}>
            <span className="block text-sm font-medium">
                <Trans>Picture</Trans>
            </span>
            {assetId !== null && <Picture id={assetId} />}
            <div className="flex flex-wrap gap-2">
                <Button type="button" variant="outline" size="sm" onClick={() => setIsChoosing(true)}>
                    <Trans>Choose a picture</Trans>
                </Button>
                {assetId !== null && (
                    <Button type="button" variant="ghost" size="sm" onClick={() => onChange(null)}>
                        <Trans>Without a picture</Trans>
                    </Button>
                )}
            </div>
            <FieldProblem problem={problem} />
            <AssetPickerDialog
                open={isChoosing}
                onClose={() => setIsChoosing(false)}
                onSelect={([asset]) => {
                    onChange(asset?.id ?? null);
                    setIsChoosing(false);
                }}
            />
        </div>
    );
}

function Picture({ id }: { id: string }) {
    const asset = useAdminQuery(assetQuery, { id }).data?.asset;
    return asset ? (
        <img
            src={`${asset.preview}?preset=thumb`}
            alt={asset.name}
            className="size-24 rounded-md border border-border object-cover"
        />
    ) : null;
}
