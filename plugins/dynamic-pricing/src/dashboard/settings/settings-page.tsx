import { LoadFailed, Loading } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Page, PageBlock, PageLayout, PageTitle } from '@vendure/dashboard';
import { useAdminQuery } from '../shared/use-admin-query';
import { KillSwitch } from './kill-switch';
import { SettingsForm } from './settings-form';
import { settingsQuery } from './settings.graphql';

/** How far the engine may go, by currency. */
export function SettingsPage() {
    const settings = useAdminQuery(settingsQuery, {});
    return (
        <Page pageId="efi-pricing-settings">
            <PageTitle>
                <Trans>Pricing settings</Trans>
            </PageTitle>
            <PageLayout>
                <PageBlock column="full" blockId="switch">
                    <KillSwitch />
                </PageBlock>
                {settings.isPending || settings.isError ? (
                    <PageBlock column="full" blockId="settings">
                        {settings.isPending ? <Loading /> : <LoadFailed query={settings} />}
                    </PageBlock>
                ) : (
                    settings.data.efiPricingSettings.map(one => (
                        <PageBlock
                            key={one.currencyCode}
                            column="full"
                            blockId={`settings-${one.currencyCode}`}
                            title={<Trans>Mode and guards for {one.currencyCode}</Trans>}
                            description={
                                <Trans>
                                    Guards always win. Where two can’t both be kept, the floor does.
                                </Trans>
                            }
                        >
                            <SettingsForm settings={one} />
                        </PageBlock>
                    ))
                )}
            </PageLayout>
        </Page>
    );
}
