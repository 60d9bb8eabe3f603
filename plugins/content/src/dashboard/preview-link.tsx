import { ActError, Moment } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button } from '@vendure/dashboard';
import { ExternalLinkIcon } from 'lucide-react';
import { previewMutation } from './content.graphql';

/** Makes a link that shows the saved draft in the shop, to whoever has it. */
export function PreviewLink({ id, language, isSaved }: { id: string; language: string; isSaved: boolean }) {
    const make = useMutation({
        mutationFn: async () => (await api.mutate(previewMutation, { id, languageCode: language })).link,
    });
    return (
        <div className="space-y-2">
            <Button
                type="button"
                variant="outline"
                disabled={make.isPending || !isSaved}
                onClick={() => make.mutate()}
            >
                <Trans>Make a preview link</Trans>
            </Button>
            {!isSaved && (
                <p className="text-xs text-muted-foreground">
                    <Trans>Save the draft first.</Trans>
                </p>
            )}
            <ActError error={make.error} />
            {make.data && (
                <p role="status" className="text-sm">
                    <a
                        href={make.data.url}
                        target="_blank"
                        rel="noreferrer"
                        className="inline-flex items-center gap-1 underline underline-offset-4"
                    >
                        <Trans>Open the preview</Trans>
                        <ExternalLinkIcon className="size-4" aria-hidden />
                    </a>
                    <span className="block text-xs text-muted-foreground">
                        <Trans>
                            Whoever has the link sees the draft, until <Moment at={make.data.expiresAt} />.
                        </Trans>
                    </span>
                </p>
            )}
        </div>
    );
}
