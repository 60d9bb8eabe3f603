import { ActError, Choice, type Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Input, Label, toast } from '@vendure/dashboard';
import { useId, useRef, useState } from 'react';
import { formatOfFile } from './format-of-file';
import { startMutation } from './imports.graphql';
import { useRefresh } from './use-admin-query';

const formats: Labels = {
    CSV: { text: msg`CSV (comma-separated, UTF-8)` },
    JSON_LINES: { text: msg`JSON Lines` },
};

/** A file, and whether it is only tried. */
export function ImportForm() {
    const { t } = useLingui();
    const field = useId();
    const input = useRef<HTMLInputElement>(null);
    const refresh = useRefresh();
    const [file, setFile] = useState<File>();
    const [format, setFormat] = useState('CSV');
    const start = useMutation({
        mutationFn: ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) =>
            api.mutate(startMutation, { input: { file: chosen, format, dryRun } }),
        onSuccess: async (_data, { dryRun }) => {
            toast.success(dryRun ? t`The file is being checked.` : t`The file is being imported.`);
            await refresh();
        },
    });
    const choose = (chosen: File | undefined) => {
        setFile(chosen);
        start.reset();
        if (chosen) {
            setFormat(formatOfFile(chosen.name));
        }
    };
    const button = (dryRun: boolean, variant: 'default' | 'outline', text: string) => (
        <Button
            type="button"
            variant={variant}
            disabled={!file || start.isPending}
            onClick={() => file && start.mutate({ chosen: file, dryRun })}
        >
            {text}
        </Button>
    );
    return (
        <div className="space-y-4">
            <div className="flex flex-wrap gap-4">
                <div className="min-w-0 grow space-y-2">
                    <Label htmlFor={field}>
                        <Trans>File</Trans>
                    </Label>
                    <Input
                        ref={input}
                        id={field}
                        type="file"
                        accept=".csv,.txt,.jsonl,.ndjson,.json,text/csv"
                        disabled={start.isPending}
                        onChange={event => choose(event.target.files?.[0])}
                    />
                </div>
                <Choice
                    label={<Trans>Format</Trans>}
                    labels={formats}
                    value={format}
                    disabled={start.isPending}
                    onChange={setFormat}
                />
            </div>
            <ActError error={start.error} />
            <div className="flex flex-wrap gap-2">
                {button(true, 'outline', t`Check the file, change nothing`)}
                {button(false, 'default', t`Import`)}
            </div>
        </div>
    );
}
