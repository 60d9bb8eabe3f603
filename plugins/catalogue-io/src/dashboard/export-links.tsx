import { Trans } from '@lingui/react/macro';
import { useChannel } from '@vendure/dashboard';
import { DownloadIcon } from 'lucide-react';

/** Links, so that the browser writes what comes to disk as it comes. The channel is said, as a link sends no header. */
export function ExportLinks() {
    const { activeChannel } = useChannel();
    const link = (format: string) => ({
        href: `/catalogue/export?${new URLSearchParams({
            format,
            ...(activeChannel && { 'vendure-token': activeChannel.token }),
        })}`,
        download: `catalogue.${format}`,
        className: 'inline-flex min-h-11 items-center gap-2 text-sm underline underline-offset-4',
    });
    return (
        <ul>
            <li>
                <a {...link('csv')}>
                    <DownloadIcon className="size-4" aria-hidden />
                    <Trans>Download as CSV</Trans>
                </a>
            </li>
            <li>
                <a {...link('jsonl')}>
                    <DownloadIcon className="size-4" aria-hidden />
                    <Trans>Download as JSON Lines</Trans>
                </a>
            </li>
        </ul>
    );
}
