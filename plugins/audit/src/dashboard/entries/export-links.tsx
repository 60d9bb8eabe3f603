import { Trans } from '@lingui/react/macro';
import { useChannel } from '@vendure/dashboard';
import { DownloadIcon } from 'lucide-react';
import { exportOf, type Search } from './entry-search';

/** All entries of the search as a file. Links, so that the browser writes what comes to disk as it comes. */
export function ExportLinks({ search }: { search: Search }) {
    const { activeChannel } = useChannel();
    const link = (format: string) => ({
        href: exportOf(search, format, activeChannel?.token),
        download: `audit-trail.${format}`,
        className: 'inline-flex items-center gap-2 text-sm underline underline-offset-4',
    });
    return (
        <p className="mb-4 flex flex-wrap gap-4">
            <a {...link('csv')}>
                <DownloadIcon className="size-4" aria-hidden />
                <Trans>Download these as CSV</Trans>
            </a>
            <a {...link('jsonl')}>
                <DownloadIcon className="size-4" aria-hidden />
                <Trans>as JSON Lines</Trans>
            </a>
        </p>
    );
}
