import { Trans } from '@lingui/react/macro';
import { Empty, EmptyDescription, EmptyHeader, EmptyMedia, EmptyTitle } from '@vendure/dashboard';
import { ShieldCheck } from 'lucide-react';

export function NothingToDecide() {
    return (
        <Empty>
            <EmptyHeader>
                <EmptyMedia variant="icon">
                    <ShieldCheck aria-hidden />
                </EmptyMedia>
                <EmptyTitle>
                    <Trans>Nothing to decide</Trans>
                </EmptyTitle>
                <EmptyDescription>
                    <Trans>
                        Orders under review come here with their money held, and customers whose payment was
                        refused by the machine and who ask for a person.
                    </Trans>
                </EmptyDescription>
            </EmptyHeader>
        </Empty>
    );
}
