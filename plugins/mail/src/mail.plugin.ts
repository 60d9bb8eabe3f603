import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { EmailPlugin, FileBasedTemplateLoader } from '@vendure/email-plugin';
import path from 'node:path';
import { credentialChanged } from './handlers/credential-changed';
import { emailAddressChange, emailVerification, passwordReset } from './handlers/account-mails';
import { newDevice } from './handlers/new-device';
import { passkeyChanged } from './handlers/passkey-changed';
import { orderConfirmation } from './handlers/order-confirmation';
import { privacyMails } from './handlers/privacy-mails';
import { shipmentNotice } from './handlers/shipment-notice';
import { signInBlocked } from './handlers/sign-in-blocked';
import { staffAlert } from './handlers/staff-alert';
import { withdrawalReceipt } from './handlers/withdrawal-receipt';
import { OrderLocale } from './infrastructure/order-locale.entity';
import { OrderLocaleRecorder } from './infrastructure/order-locale.recorder';
import { SmtpSender } from './infrastructure/smtp-sender';
import { type MailPluginOptions, type ResolvedMailOptions, resolveMailOptions } from './mail.options';
import { withdrawalShopSchema } from './withdrawal/withdrawal.schema';
import { WithdrawalShopResolver } from './withdrawal/withdrawal-shop.resolver';
import { Withdrawals } from './withdrawal/withdrawals';
import { personalData } from './personal-data';

/**
 * The mails of a shop: order confirmation, shipment notice, those that accounts need, and the receipt of a withdrawal,
 * which it takes itself. Brings Vendure's `EmailPlugin` with it; do not add that one as well.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule, EmailPlugin],
    entities: [OrderLocale],
    providers: [OrderLocaleRecorder, Withdrawals],
    shopApiExtensions: { schema: withdrawalShopSchema, resolvers: [WithdrawalShopResolver] },
    compatibility: '^3.7.0',
})
export class MailPlugin {
    static init(options: MailPluginOptions): Type<MailPlugin> {
        configureEmailPlugin(resolveMailOptions(options));
        return MailPlugin;
    }
}

function configureEmailPlugin(options: ResolvedMailOptions): void {
    const { delivery } = options;
    const shared = {
        templateLoader: new FileBasedTemplateLoader(path.join(__dirname, '../templates')),
        handlers: [
            orderConfirmation(options),
            shipmentNotice(options),
            emailVerification(options),
            passwordReset(options),
            emailAddressChange(options),
            signInBlocked(options),
            newDevice(options),
            withdrawalReceipt(options),
            staffAlert(options),
            passkeyChanged('passkey-added', options),
            passkeyChanged('passkey-removed', options),
            ...credentialChanged(options),
            ...privacyMails(options),
        ],
    };
    if ('smtpUrl' in delivery) {
        EmailPlugin.init({
            ...shared,
            transport: { type: 'smtp' },
            emailSender: new SmtpSender(delivery.smtpUrl),
        });
        return;
    }
    EmailPlugin.init({
        ...shared,
        devMode: true,
        outputPath: delivery.mailboxDir,
        route: delivery.route ?? 'mailbox',
    });
}
