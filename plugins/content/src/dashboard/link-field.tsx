import { Choice } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Label } from '@vendure/dashboard';
import { useId } from 'react';
import { entriesQuery } from './content.graphql';
import type { Link } from './draft';
import { EntityPicker } from './entity-picker';
import { linkTargets } from './labels';
import { FieldProblem, TextField } from './text-field';
import { useAdminQuery } from './use-content-query';

interface Field {
    readonly value: string;
    readonly problem: string | undefined;
    readonly onChange: (value: string) => void;
}

/** Where something leads: chosen by name where the shop knows it, so that it outlives a changed address. */
export function LinkField({
    link,
    problem,
    onChange,
}: {
    link: Link | null;
    problem: string | undefined;
    onChange: (link: Link | null) => void;
}) {
    const { to, value } = link ?? { to: '', value: '' };
    return (
        <div className="grid gap-4 sm:grid-cols-2">
            <Choice
                label={<Trans>Leads to</Trans>}
                labels={linkTargets}
                none={<Trans>Nothing</Trans>}
                value={to}
                onChange={target => onChange(target === '' ? null : { to: target, value: '' })}
            />
            <Target
                key={to}
                {...{ to, value, problem }}
                onChange={changed => onChange({ to, value: changed })}
            />
        </div>
    );
}

function Target({ to, ...field }: Field & { to: string }) {
    switch (to) {
        case 'ADDRESS':
            return <TextField label={<Trans>Address</Trans>} {...field} />;
        case 'COLLECTION':
            return <EntityPicker kind="collection" label={<Trans>Collection</Trans>} {...field} />;
        case 'PRODUCT':
            return <EntityPicker kind="product" label={<Trans>Product</Trans>} {...field} />;
        case 'PAGE':
            return <PageChoice {...field} />;
        default:
            return <FieldProblem problem={field.problem} />;
    }
}

function PageChoice({ value, problem, onChange }: Field) {
    const field = useId();
    const pages = useAdminQuery(entriesQuery, { take: 100 });
    const items = pages.data?.efiContentEntries.items.filter(({ kind }) => kind !== 'MENU') ?? [];
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>
                <Trans>Page</Trans>
            </Label>
            <select
                id={field}
                value={value}
                aria-invalid={problem !== undefined}
                onChange={event => onChange(event.target.value)}
                className="block h-9 w-full rounded-md border border-input bg-background px-2 text-sm"
            >
                <option value="">…</option>
                {items.map(({ id, title, code }) => (
                    <option key={id} value={id}>
                        {title || code}
                    </option>
                ))}
            </select>
            <FieldProblem problem={problem} />
        </div>
    );
}
