import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { EncryptionState } from './encryption-state';
import { encryptionQuery } from './keys.graphql';
import { SwitchedOff } from './switched-off';

const TEN_SECONDS = 10_000;

/** Whether personal columns are encrypted, with which keys, and how far that is. */
export function KeysPage() {
    return (
        <Page pageId="efi-privacy-keys">
            <PageTitle>
                <Trans>Encryption keys</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock
                    column="full"
                    blockId="keys"
                    description={
                        <Trans>
                            Names, addresses, telephone numbers, e-mail addresses, notes and histories, each
                            text under a key of its own that an erasure destroys.
                        </Trans>
                    }
                >
                    <Keys />
                </PageBlock>
            </PageLayout>
        </Page>
    );
}

function Keys() {
    const encryption = useAdminQuery(encryptionQuery, {}, TEN_SECONDS);
    if (encryption.isPending) {
        return <Loading />;
    }
    if (encryption.isError) {
        return <LoadFailed query={encryption} />;
    }
    const { efiPrivacyEncryption: state } = encryption.data;
    return state ? <EncryptionState state={state} /> : <SwitchedOff />;
}
