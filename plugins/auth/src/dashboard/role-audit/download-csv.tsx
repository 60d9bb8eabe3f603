import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api, Button, toast } from '@vendure/dashboard';
import { DownloadIcon } from 'lucide-react';
import { auditCsvQuery } from './role-audit.graphql';

/** The whole report for a spreadsheet, whatever is looked for on the page. */
export function DownloadCsv({ unusedForDays }: { unusedForDays: number }) {
    const { t } = useLingui();
    const download = useMutation({
        mutationFn: async () =>
            save((await api.query(auditCsvQuery, { unusedForDays })).efiRoleAuditCsv, 'role-audit.csv'),
        onError: ({ message }) => toast.error(t`The report could not be made.`, { description: message }),
    });
    return (
        <Button
            type="button"
            variant="outline"
            disabled={download.isPending}
            onClick={() => download.mutate()}
        >
            <DownloadIcon className="size-4" />
            <Trans>Download as CSV</Trans>
        </Button>
    );
}

function save(text: string, name: string): void {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
}
