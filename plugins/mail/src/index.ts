export { emailAddressChange, emailVerification, passwordReset } from './handlers/account-mails';
export { orderConfirmation } from './handlers/order-confirmation';
export { shipmentNotice } from './handlers/shipment-notice';
export { storefrontRoutes } from './domain/storefront-links';
export { mailLanguages, type MailLanguage } from './domain/mail-language';
export { OrderLocale } from './infrastructure/order-locale.entity';
export { mailMigrations } from './infrastructure/mail.migrations';
export type { MailDelivery, MailPluginOptions } from './mail.options';
export { MailPlugin } from './mail.plugin';
