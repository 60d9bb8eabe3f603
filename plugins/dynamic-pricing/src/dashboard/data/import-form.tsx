import { Choice, useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, Label } from '@vendure/dashboard';
import { type FormEvent, useId, useState } from 'react';
import { CurrencyChoice, useCurrency } from '../shared/currency-choice';
import { deliveryProblems } from '../shared/labels';
import { useRefresh } from '../shared/use-admin-query';
import { type ImportReport, importCsvMutation } from './feeds.graphql';
import { RejectedRows } from './rejected-rows';

const importKinds = {
    cost: { text: msg`Costs: sku, cost, currency` },
    competitor: { text: msg`Competitors: sku, price, currency, competitor, observedAt` },
};

/** Takes a CSV file in, and reports row by row. */
export function ImportForm() {
    const refresh = useRefresh();
    const currency = useCurrency();
    const [kind, setKind] = useState('cost');
    const [file, setFile] = useState<File>();
    const field = useId();
    const taken = useMutation({
        mutationFn: async (chosen: File) => {
            const csv = await chosen.text();
            const input = { kind, currencyCode: currency.currency, csv };
            const { importEfiPriceCsv: report } = await api.mutate(importCsvMutation, input);
            await refresh();
            return report;
        },
    });
    const submit = (event: FormEvent) => {
        event.preventDefault();
        if (file) {
            taken.mutate(file);
        }
    };
    return (
        <form noValidate onSubmit={submit} className="space-y-4">
            <div className="flex flex-wrap items-end gap-4">
                <Choice
                    label={<Trans>What is in it</Trans>}
                    labels={importKinds}
                    value={kind}
                    onChange={setKind}
                />
                <CurrencyChoice {...currency} />
                <div className="min-w-0 space-y-2">
                    <Label htmlFor={field}>
                        <Trans>CSV file</Trans>
                    </Label>
                    <input
                        id={field}
                        type="file"
                        accept=".csv,text/csv"
                        className="block w-full text-sm file:mr-3 file:rounded-md file:border file:border-input file:bg-background file:px-3 file:py-1.5 file:text-foreground"
                        onChange={event => {
                            setFile(event.target.files?.[0]);
                            taken.reset();
                        }}
                    />
                </div>
                <Button type="submit" disabled={!file || taken.isPending}>
                    <Trans>Import</Trans>
                </Button>
            </div>
            {taken.error && (
                <p role="alert" className="text-sm text-destructive">
                    {taken.error.message}
                </p>
            )}
            {taken.data && <Report report={taken.data} />}
        </form>
    );
}

function Report({ report: { accepted, rejected, problem } }: { report: ImportReport }) {
    const label = useLabel();
    return (
        <div role="status" className="space-y-2 text-sm">
            {problem === null ? (
                <p>
                    <Trans>Rows taken: {accepted}</Trans>
                </p>
            ) : (
                <p className="text-destructive">
                    <Trans>Nothing of the file was taken.</Trans> {label(deliveryProblems, problem)}
                </p>
            )}
            <RejectedRows rows={rejected} />
        </div>
    );
}
