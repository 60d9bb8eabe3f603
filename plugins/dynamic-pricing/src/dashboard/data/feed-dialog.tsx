import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import {
    api,
    Button,
    Dialog,
    DialogContent,
    DialogDescription,
    DialogFooter,
    DialogHeader,
    DialogTitle,
} from '@vendure/dashboard';
import { type FormEvent, useState } from 'react';
import { PlainSelect } from '../shared/plain-select';
import { useCurrency } from '../shared/currency-choice';
import { CheckField, TextField } from '../shared/text-field';
import { useRefresh } from '../shared/use-admin-query';
import { createFeedMutation, type Feed, updateFeedMutation } from './feeds.graphql';

/** Sets a new feed up, or changes one. */
export function FeedDialog({ feed, onClose }: { feed?: Feed; onClose: () => void }) {
    const refresh = useRefresh();
    const { codes, currency } = useCurrency();
    const [name, setName] = useState(feed?.name ?? '');
    const [url, setUrl] = useState(feed?.url ?? '');
    const [competitor, setCompetitor] = useState(feed?.competitor ?? '');
    const [currencyCode, setCurrency] = useState(feed?.currencyCode ?? currency);
    const [enabled, setEnabled] = useState(feed?.enabled ?? true);
    const save = useMutation({
        mutationFn: async () => {
            const input = { name, url, currencyCode, enabled, competitor: competitor.trim() || null };
            await (feed
                ? api.mutate(updateFeedMutation, { id: feed.id, input })
                : api.mutate(createFeedMutation, { input }));
            await refresh();
        },
        onSuccess: onClose,
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        save.mutate();
    };
    return (
        <Dialog open onOpenChange={isOpen => !isOpen && !save.isPending && onClose()}>
            <DialogContent className="max-h-[90dvh] overflow-y-auto">
                <form noValidate onSubmit={submit} className="space-y-4">
                    <DialogHeader>
                        <DialogTitle>
                            {feed ? <Trans>Change the feed</Trans> : <Trans>New feed</Trans>}
                        </DialogTitle>
                        <DialogDescription>
                            <Trans>
                                A CSV file with the columns sku, price and currency; competitor and observedAt
                                where there are any.
                            </Trans>
                        </DialogDescription>
                    </DialogHeader>
                    <TextField label={<Trans>Name</Trans>} value={name} onChange={setName} />
                    <TextField label={<Trans>Address</Trans>} type="url" value={url} onChange={setUrl} />
                    <PlainSelect
                        label={<Trans>Currency</Trans>}
                        value={currencyCode}
                        options={codes.map(code => ({ value: code, text: code }))}
                        onChange={setCurrency}
                    />
                    <TextField
                        label={<Trans>Competitor, where rows don’t name one</Trans>}
                        value={competitor}
                        onChange={setCompetitor}
                    />
                    <CheckField label={<Trans>Switched on</Trans>} checked={enabled} onChange={setEnabled} />
                    {save.error && (
                        <p role="alert" className="text-sm text-destructive">
                            {save.error.message}
                        </p>
                    )}
                    <DialogFooter>
                        <Button type="button" variant="outline" disabled={save.isPending} onClick={onClose}>
                            <Trans>Cancel</Trans>
                        </Button>
                        <Button type="submit" disabled={save.isPending || name.trim() === ''}>
                            <Trans>Save</Trans>
                        </Button>
                    </DialogFooter>
                </form>
            </DialogContent>
        </Dialog>
    );
}
