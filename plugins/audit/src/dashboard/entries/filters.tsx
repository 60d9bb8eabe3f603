import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Label } from '@vendure/dashboard';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { actorKinds, classes, statuses } from '../shared/labels';
import { pageOf, type Search, searchOf } from './entry-search';

/** What to look for. It goes into the page's address when it is asked for: each look at the trail is written down. */
export function Filters({ search }: { search: Search }) {
    const navigate = useNavigate();
    const [draft, setDraft] = useState<Search>(search);
    const set = (name: keyof Search) => (value: string) => setDraft({ ...draft, [name]: value });
    const field = (name: keyof Search, label: ReactNode, type = 'search') => (
        <Field label={label} type={type} value={draft[name] ?? ''} onChange={set(name)} />
    );
    const submit = (event: FormEvent) => {
        event.preventDefault();
        void navigate({ to: pageOf(searchOf(draft)) });
    };
    return (
        <form role="search" onSubmit={submit} className="mb-6 flex flex-wrap items-end gap-4">
            {field('user', <Trans>Account</Trans>)}
            {field('action', <Trans>What was done</Trans>)}
            {field('resourceType', <Trans>Kind of resource</Trans>)}
            {field('resourceId', <Trans>Id of the resource</Trans>)}
            <Choice
                label={<Trans>Kind of caller</Trans>}
                labels={actorKinds}
                value={draft.actorKinds ?? ''}
                none={<Trans>All</Trans>}
                onChange={set('actorKinds')}
            />
            <Choice
                label={<Trans>Status</Trans>}
                labels={statuses}
                value={draft.statuses ?? ''}
                none={<Trans>All</Trans>}
                onChange={set('statuses')}
            />
            <Choice
                label={<Trans>Class</Trans>}
                labels={classes}
                value={draft.classes ?? ''}
                none={<Trans>All</Trans>}
                onChange={set('classes')}
            />
            {field('from', <Trans>From</Trans>, 'datetime-local')}
            {field('to', <Trans>Up to</Trans>, 'datetime-local')}
            {field('requestId', <Trans>Request id</Trans>)}
            {field('address', <Trans>IP address</Trans>)}
            <div className="flex gap-2">
                <Button type="submit">
                    <Trans>Search</Trans>
                </Button>
                <Button
                    type="button"
                    variant="outline"
                    onClick={() => {
                        setDraft({});
                        void navigate({ to: pageOf({}) });
                    }}
                >
                    <Trans>Clear</Trans>
                </Button>
            </div>
        </form>
    );
}

function Field({
    label,
    type,
    value,
    onChange,
}: {
    label: ReactNode;
    type: string;
    value: string;
    onChange: (value: string) => void;
}) {
    const id = useId();
    return (
        <div className="space-y-2">
            <Label htmlFor={id}>{label}</Label>
            <Input
                id={id}
                type={type}
                maxLength={200}
                className="w-52"
                value={value}
                onChange={event => onChange(event.target.value)}
            />
        </div>
    );
}
