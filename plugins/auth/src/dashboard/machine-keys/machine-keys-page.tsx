import { Trans } from '@lingui/react/macro';
import { Button, Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { KeyTable } from './key-table';
import type { MachineKey } from './machine-keys.graphql';
import { NewKeyDialog } from './new-key-dialog';

/** The keys with which programs sign in, in the active channel. */
export function MachineKeysPage() {
    const [isMaking, setIsMaking] = useState(false);
    const [model, setModel] = useState<MachineKey>();
    const close = () => {
        setIsMaking(false);
        setModel(undefined);
    };
    return (
        <Page pageId="efi-machine-keys">
            <PageTitle>
                <Trans>Machine keys</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="machine-keys"
                    description={
                        <Trans>
                            Programs sign in with them at the Admin API and REST, in the active channel. A key
                            may do what is in its scopes, as long as whoever made it may do that too.
                        </Trans>
                    }
                >
                    <Button size="sm" className="mb-4" onClick={() => setIsMaking(true)}>
                        <PlusIcon className="size-4" />
                        <Trans>New key</Trans>
                    </Button>
                    <KeyTable onReplace={setModel} />
                    {(isMaking || model) && <NewKeyDialog model={model} onClose={close} />}
                </PageBlock>
            </PageLayout>
        </Page>
    );
}
