import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Input, Label, usePermissions, useServerConfig } from '@vendure/dashboard';
import { useId, useState } from 'react';

/** No key carries these: see the server's own list. */
const NEVER = ['SuperAdmin', 'Owner', 'Public', 'Authenticated', 'EfiManageMachineKeys'];

/** What whoever is signed in could give a key in the active channel. */
export function useScopesToGive(): ReadonlyArray<{ readonly name: string; readonly description: string }> {
    const { hasPermissions } = usePermissions();
    const permissions = useServerConfig()?.permissions ?? [];
    return permissions.filter(({ name }) => !NEVER.includes(name) && hasPermissions([name]));
}

/** Which permissions a key has. */
export function ScopePicker({
    value,
    onChange,
}: {
    value: readonly string[];
    onChange: (scopes: readonly string[]) => void;
}) {
    const { t } = useLingui();
    const id = useId();
    const [text, setText] = useState('');
    const scopes = useScopesToGive();
    const words = text.trim().toLowerCase();
    const found = scopes.filter(({ name, description }) =>
        `${name} ${description}`.toLowerCase().includes(words),
    );
    const toggle = (name: string, isChosen: boolean) =>
        onChange(isChosen ? [...value, name] : value.filter(other => other !== name));
    return (
        <fieldset className="space-y-2">
            <legend className="mb-2 text-sm font-medium">
                <Trans>Scopes ({value.length} chosen)</Trans>
            </legend>
            <Input
                type="search"
                aria-label={t`Find scopes`}
                placeholder={t`Find scopes`}
                value={text}
                onChange={event => setText(event.target.value)}
            />
            <ul
                tabIndex={0}
                aria-label={t`Scopes`}
                className="h-52 space-y-2 overflow-y-auto rounded-md border border-border p-3"
            >
                {found.map(({ name, description }) => (
                    <li key={name} className="flex items-start gap-2">
                        <Checkbox
                            id={`${id}-${name}`}
                            className="mt-0.5"
                            checked={value.includes(name)}
                            onCheckedChange={isChosen => toggle(name, isChosen === true)}
                        />
                        <Label htmlFor={`${id}-${name}`} className="block font-normal">
                            <span className="block font-mono text-xs break-all">{name}</span>
                            <span className="text-xs text-muted-foreground">{description}</span>
                        </Label>
                    </li>
                ))}
                {found.length === 0 && (
                    <li className="text-sm text-muted-foreground">
                        <Trans>No scope that you could give is called so.</Trans>
                    </li>
                )}
            </ul>
        </fieldset>
    );
}
